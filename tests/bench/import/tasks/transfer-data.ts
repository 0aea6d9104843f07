import { setTimeout as wait } from 'node:timers/promises';
import { engine, file as files, strapi as providers } from '@strapi/data-transfer';
import type { Core } from '@strapi/strapi';
import { stop } from '../../../../src/cli/stop';
import { bootNewsroom } from '../boot-newsroom';
import { startStopwatch } from '../stopwatch';
import { isLeftOut, TRANSFORMS } from '../transfer-policy';

const { createLocalFileSourceProvider } = files.providers;
const { createLocalStrapiDestinationProvider, DEFAULT_CONFLICT_STRATEGY } = providers.providers;
const { createTransferEngine, DEFAULT_SCHEMA_STRATEGY, DEFAULT_VERSION_STRATEGY } = engine;

const LOOK_EVERY_MS = 20;
const MOST_MS = 60_000;

/** Waits for the articles: the engine calls a transfer done when it has asked for the commit, and does not wait for that. */
async function untilCommitted(strapi: Core.Strapi): Promise<number> {
  const deadline = Date.now() + MOST_MS;
  for (;;) {
    const documents = await strapi.db.query('api::article.article').count({ where: { publishedAt: { $notNull: true } } });
    if (documents > 0) return documents;
    if (Date.now() > deadline) throw new Error(`The transfer has written no articles within ${MOST_MS} ms of its end`);
    await wait(LOOK_EVERY_MS);
  }
}

/**
 * Imports an export into a fresh database as `strapi import` does: the same providers, strategies and options of the engine.
 *
 * A document is a published article: two rows, the draft and the published one, each with a link to its rubric. The time is
 * that of the whole transfer, in which the engine empties the database, and writes Strapi's own settings too; the boot is
 * not in it.
 */
export async function transferData({ file }: { readonly file: string }) {
  const strapi = await bootNewsroom();
  const source = createLocalFileSourceProvider({ file: { path: file }, encryption: { enabled: false }, compression: { enabled: false } });
  const destination = createLocalStrapiDestinationProvider({
    getStrapi: () => strapi,
    autoDestroy: false,
    strategy: DEFAULT_CONFLICT_STRATEGY,
    restore: {
      entities: { exclude: Object.keys(strapi.contentTypes).filter(isLeftOut) },
      assets: true,
      configuration: { webhook: true, coreStore: true },
    },
  });
  const transfer = createTransferEngine(source, destination, {
    versionStrategy: DEFAULT_VERSION_STRATEGY,
    schemaStrategy: DEFAULT_SCHEMA_STRATEGY,
    exclude: [],
    only: [],
    transforms: TRANSFORMS,
  });
  const transferring = startStopwatch();
  await transfer.transfer();
  const documents = await untilCommitted(strapi);
  const seconds = transferring();
  await stop(strapi);
  return { documents, seconds };
}
