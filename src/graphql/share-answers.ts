import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { LRUCache } from 'lru-cache';
import { readEnvironment } from '../environment/environment';
import { createAnswerCache } from '../news/answers/answer-cache';
import { embargoOf } from '../news/embargo';
import { WAS_QUERY } from './remember-queries';

type Context = Parameters<Core.MiddlewareHandler>[0];

interface Answer {
  readonly body: string;
  readonly type: string;
}

/** Characters of a request. Apollo reads no more tokens than `config/plugins.ts` says, of whatever length. */
const LONGEST_REQUEST = 100_000;

/** Characters of all texts that are known to be queries. */
const MOST_REMEMBERED = 2_000_000;

/** What was asked turned out to be no plain query, so that its answer can't be given to others. */
class NotShared extends Error {}

/** @throws the cause of anything else. */
function unlessNotShared(cause: unknown): void {
  if (!(cause instanceof NotShared)) throw cause;
}

async function readText(context: Context): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of context.req as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > LONGEST_REQUEST) throw new errors.PayloadTooLargeError('The request is too long');
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}

function parse(text: string): object {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null) return parsed;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
  }
  throw new errors.ValidationError('The request is no JSON object');
}

/**
 * Middleware ahead of the GraphQL plugin: whoever asks the same, without showing who they are, within `ANSWER_CACHE_MS` is
 * given the same answer, and all who ask meanwhile wait for one. That a text is a query, which changes nothing, is known once it was
 * executed; until then everybody's is executed for itself.
 */
export function shareAnswers(strapi: Core.Strapi): Core.MiddlewareHandler {
  const endpoint = strapi.plugin('graphql').config<string>('endpoint');
  const cached = createAnswerCache<Answer>(readEnvironment().ANSWER_CACHE_MS, ({ body }) => body.length);
  const queries = new LRUCache<string, true>({ maxSize: MOST_REMEMBERED, sizeCalculation: (_known, text) => Math.max(1, text.length) });

  return async (context, next) => {
    const isPlain = context.method === 'POST' && context.path === endpoint && context.get('authorization') === '';
    if (!isPlain || context.request.is('application/json') === false) {
      await next();
      return;
    }

    const text = await readText(context);
    const execute = async (): Promise<Answer> => {
      (context.request as { body?: unknown }).body = parse(text);
      await next();
      const { status, type } = context;
      const body: unknown = context.body;
      if (context.state[WAS_QUERY] !== true || typeof body !== 'string' || status !== 200) throw new NotShared();
      queries.set(text, true);
      return { body, type };
    };

    if (!queries.has(text)) {
      await execute().catch(unlessNotShared);
      return;
    }
    const mine: Promise<Answer>[] = [];
    const { at } = await embargoOf(strapi).nextRelease();
    const shared = cached(`${at} ${text}`, () => {
      const executing = execute();
      mine.push(executing);
      return executing;
    });
    const isMine = mine.length > 0;
    try {
      const { body, type } = await shared;
      if (!isMine) Object.assign(context, { status: 200, type, body });
    } catch (cause) {
      unlessNotShared(cause);
      if (!isMine) await execute().catch(unlessNotShared);
    }
  };
}
