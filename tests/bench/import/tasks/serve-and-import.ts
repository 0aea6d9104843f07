import type { AddressInfo } from 'node:net';
import type { Core } from '@strapi/strapi';
import { stop } from '../../../../src/cli/stop';
import { bootNewsroom } from '../boot-newsroom';
import { importFolder } from '../import-folder';
import { type Latency, latencyOf } from '../latency';
import { runTask } from '../run-task';

interface Request {
  /** Pages that are not in the database yet. */
  readonly folder: string;
  readonly seconds: number;
}

export interface ApiFigures {
  readonly perSecond: number;
  readonly idle: Latency;
  readonly importing: Latency;
  readonly importSeconds: number;
  readonly importedPages: number;
}

/** Few enough that an idle server is not at work most of the time. */
const PER_SECOND = 25;
const WARM_UP_SECONDS = 2;
const ASKED_FOR = 100;

async function addressesOf(strapi: Core.Strapi): Promise<string[]> {
  const articles = strapi.documents('api::article.article');
  const found = await articles.findMany({ locale: 'ru', status: 'published', fields: ['documentId'], limit: ASKED_FOR });
  return found.map(({ documentId }) => `/api/articles/${documentId}`);
}

/**
 * Serves a database that holds articles, and measures a GET of one article from another process: first while there is nothing
 * else to do, then while this process imports further pages. The import is ended when enough was measured; what is asked
 * after an import that ended by itself does not count.
 */
export async function serveAndImport({ folder, seconds }: Request): Promise<ApiFigures> {
  const strapi = await bootNewsroom();
  await strapi.listen();
  const { port } = strapi.server.httpServer.address() as AddressInfo;
  const paths = await addressesOf(strapi);
  const send = (duration: number) => runTask('send-requests', { port, paths, seconds: duration, perSecond: PER_SECOND }, { variables: {} });

  await send(WARM_UP_SECONDS);
  const idle = await send(seconds);

  const enough = new AbortController();
  const started = Date.now();
  const importing = importFolder(strapi, folder, enough.signal).then((counts) => ({ counts, endedAt: Date.now() }));
  const sending = send(seconds).finally(() => enough.abort());
  const [samples, { counts, endedAt }] = await Promise.all([sending, importing]);
  await stop(strapi);
  return {
    perSecond: PER_SECOND,
    idle: latencyOf(idle),
    importing: latencyOf(samples.filter(({ sentAt }) => sentAt < endedAt)),
    importSeconds: (endedAt - started) / 1000,
    importedPages: counts.pages,
  };
}
