import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { LRUCache } from 'lru-cache';
import { readEnvironment } from '../environment/environment';
import { limitRest } from '../limits/limit-request';
import { createAnswerCache } from './answers/answer-cache';
import { type Encoding, type Rendered, render } from './answers/render';
import { authorise } from './authorise';
import { embargoOf, type Release } from './embargo';
import { createPublicPermissions } from './public-permissions';
import { createMatcher, type Match } from './routing/match-route';
import { readParameters } from './routing/read-parameters';
import type { NewsAnswer, Route } from './routing/route';
import { ROUTES } from './routing/routes';

type Context = Parameters<Core.MiddlewareHandler>[0];

/** What Strapi adds to Koa's context, among others. */
interface Refusals {
  methodNotAllowed(): void;
}

/** The best that the client takes. What it names first means nothing. */
function encodingFor(context: Context): Encoding {
  if (context.get('accept-encoding') === '') return 'identity';
  return (['br', 'gzip'] as const).find((encoding) => context.acceptsEncodings(encoding) === encoding) ?? 'identity';
}

interface Understood {
  readonly parameters: Readonly<Record<string, unknown>>;
  /** The same for all addresses that ask for the same. */
  readonly key: string;
}

/** How many addresses are remembered, and how many characters they may have together. */
const MOST_ADDRESSES = 2000;
const LONGEST_TOGETHER = 1_000_000;

const methodsOf = (routes: readonly Route[]) => [
  ...routes.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method])),
  'OPTIONS',
];

function find(matchPath: (path: string) => Match | undefined, path: string): Match | undefined {
  try {
    return matchPath(path);
  } catch (cause) {
    if (cause instanceof URIError) throw new errors.ValidationError('The path holds what no text holds');
    throw cause;
  }
}

async function send(context: Context, route: Route, rendered: Rendered, release: Release): Promise<void> {
  const { type, etag, headers, compressible } = rendered;
  context.status = 200;
  context.set(headers);
  context.set('Cache-Control', cacheControl(route, release));
  context.vary('Accept-Encoding');
  if (route.method === 'GET') {
    context.set('ETag', etag);
    if (context.fresh) {
      context.status = 304;
      return;
    }
  }
  const encoding = compressible ? encodingFor(context) : 'identity';
  const body = encoding === 'identity' ? rendered.body : await rendered.encoded(encoding);
  if (encoding !== 'identity') context.set('Content-Encoding', encoding);
  context.type = type;
  context.length = body.length;
  context.body = body;
}

const BLOCK = 64 * 1024;

/** Joins what a stream writes in small pieces: packing each by itself would take ten times as long. */
async function* inBlocks(stream: Readable): AsyncGenerator<Buffer> {
  let pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of stream as AsyncIterable<Buffer | string>) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
    pieces.push(bytes);
    length += bytes.length;
    if (length < BLOCK) continue;
    yield Buffer.concat(pieces);
    pieces = [];
    length = 0;
  }
  yield Buffer.concat(pieces);
}

/** A stream that has begun: what goes wrong at its beginning can still be answered. */
async function begun(blocks: AsyncGenerator<Buffer>): Promise<Readable> {
  const first = await blocks.next();
  return Readable.from(
    (async function* () {
      if (first.done !== true) yield first.value;
      yield* blocks;
    })(),
  );
}

async function sendStream(context: Context, route: Route, { body }: NewsAnswer, release: Release): Promise<void> {
  const blocks = body instanceof Readable ? await begun(inBlocks(body)) : undefined;
  context.status = 200;
  context.set('Cache-Control', cacheControl(route, release));
  context.vary('Accept-Encoding');
  const isPacked = context.get('accept-encoding') !== '' && context.acceptsEncodings('gzip', 'identity') === 'gzip';
  context.type = 'mediaType' in route.answer ? route.answer.mediaType : 'application/json';
  if (blocks === undefined) {
    context.body = body;
    return;
  }
  if (isPacked) context.set('Content-Encoding', 'gzip');
  context.body = isPacked ? pipeline(blocks, createGzip(), () => undefined) : blocks;
}

/** What is kept elsewhere, too, is asked for again when the next article comes out. */
function cacheControl({ caching }: Route, { milliseconds }: Release): string {
  if (caching === false) return 'no-store';
  const seconds = Math.floor(milliseconds / 1000);
  const maxAge = Math.min(caching.maxAge, seconds);
  return `public, max-age=${maxAge}, stale-while-revalidate=${Math.min(caching.staleWhileRevalidate, seconds - maxAge)}`;
}

/** Reads parameters, once for all requests of the same address. */
function createReader() {
  const sizeCalculation = ({ key }: Understood, address: string) => key.length + address.length;
  const known = new LRUCache<string, Understood>({ max: MOST_ADDRESSES, maxSize: LONGEST_TOGETHER, sizeCalculation });
  return (route: Route, { inPath }: Match, { url, querystring }: Pick<Context, 'url' | 'querystring'>): Understood => {
    const address = `${route.method} ${url}`;
    const before = known.get(address);
    if (before !== undefined) return before;
    const parameters = readParameters(route, inPath, querystring);
    const understood = { parameters, key: `${route.path} ${JSON.stringify(parameters)}` };
    known.set(address, understood);
    return understood;
  };
}

/**
 * Serves the routes of the news API ahead of Strapi's own router, whose layers take longer than these answers. What is not in
 * the table of routes goes on to Strapi.
 */
export function serveNews(strapi: Core.Strapi): Core.MiddlewareHandler {
  const matchPath = createMatcher(ROUTES);
  const understand = createReader();
  const permissions = createPublicPermissions(strapi);
  /** Lets the public in, or else who carries a token. @returns whether the public may do all that is needed. */
  const admit = async (context: Context, needed: readonly string[]): Promise<boolean> => {
    const closed: string[] = [];
    for (const action of needed) if (!(await permissions.allows(action))) closed.push(action);
    if (closed.length > 0) await authorise(strapi, context, closed);
    return closed.length === 0;
  };
  const cached = createAnswerCache<Rendered>(readEnvironment().ANSWER_CACHE_MS, ({ body }) => body.length);

  return async (context, next) => {
    const match = find(matchPath, context.path);
    if (match === undefined) {
      await next();
      return;
    }

    const method = context.method === 'HEAD' ? 'GET' : context.method;
    const route = match.routes.find((one) => one.method === method);
    if (route === undefined) {
      context.set('Allow', methodsOf(match.routes).join(', '));
      if (method === 'OPTIONS') context.status = 204;
      else (context as unknown as Refusals).methodNotAllowed();
      return;
    }
    const isOpen = await admit(context, route.permission === undefined ? [] : [route.permission]);
    const { parameters, key } = understand(route, match, context);
    const isPublic = (await admit(context, route.alsoNeeds(parameters))) && isOpen;
    const request = { ip: context.request.ip, header: (name: string) => context.get(name) };
    if (route.limited !== undefined) await limitRest(strapi, route.limited, context);
    const release = await embargoOf(strapi).nextRelease();
    if (route.isStreamed === true) {
      await sendStream(context, route, await route.handle(strapi, parameters, request), release);
      return undefined;
    }
    const make = async () => render(route, await route.handle(strapi, parameters, request));
    const rendered = await (route.caching === false ? make() : cached(`${release.at} ${key}`, make));
    await send(context, isPublic ? route : { ...route, caching: false }, rendered, release);
  };
}
