import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Core, createStrapi } from '@strapi/strapi';
import { createBulkWriter } from '../../src/plugins/importer/server/src/bulk/bulk-writer';
import type { BulkWriter, Data, Status } from '../../src/plugins/importer/server/src/bulk/documents';
import { ROOT, temporaryFolder } from './newsroom';
import { makeDatabase } from './temporary-database';

/** One document of a batch, whatever is done with it. */
export interface Item {
  readonly documentId: string;
  readonly locale?: string;
  readonly status?: Status;
  readonly data?: Data;
}

export interface Step {
  readonly uid: string;
  readonly action: 'create' | 'update' | 'publish' | 'unpublish' | 'delete';
  readonly items: readonly Item[];
}

export interface BulkApp {
  readonly strapi: Core.Strapi;
  writer(uid: string): BulkWriter;
  /** Does steps with the Document Service, one document after the other. */
  oneByOne(steps: readonly Step[]): Promise<void>;
  /** Does steps with the bulk writer, one batch after the other. */
  inBulk(steps: readonly Step[]): Promise<void>;
  stop(): Promise<void>;
}

type Service = Readonly<Record<Step['action'], (parameters: object) => Promise<unknown>>>;
type ItemWriter = Readonly<Record<Step['action'], (items: readonly Item[]) => Promise<unknown>>>;

/** A copy that may be changed. `structuredClone` makes dates that are none to Jest's modules. */
function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copyOf(part)]));
}

/** Lets the clock go on, so that what is written later has another time. */
const tick = () => new Promise((resolve) => setTimeout(resolve, 2));

/** Boots an application in `tests/fixtures` on a temporary database. */
export async function startFixtureApp(name: string): Promise<Pick<BulkApp, 'strapi' | 'stop'>> {
  const folder = temporaryFolder();
  const database = await makeDatabase(folder);
  const publicFolder = path.join(folder, 'public');
  mkdirSync(path.join(publicFolder, 'uploads'), { recursive: true });
  Object.assign(process.env, database.variables, { PUBLIC_FOLDER: publicFolder, TZ: 'UTC', NODE_ENV: 'test' });
  const appDir = path.join(ROOT, 'tests/fixtures', name);
  const strapi = await createStrapi({ appDir, distDir: appDir }).load();
  return {
    strapi,
    async stop() {
      await strapi.destroy();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Boots the application in `tests/fixtures/bulk-app`: content types of every kind, and nothing else. */
export async function startBulkApp(): Promise<BulkApp> {
  const { strapi, stop } = await startFixtureApp('bulk-app');
  const writer = (uid: string) => createBulkWriter(strapi, uid);

  return {
    strapi,
    writer,
    async oneByOne(steps) {
      for (const { uid, action, items } of steps) {
        await tick();
        const service = strapi.documents(uid as never) as unknown as Service;
        for (const { documentId, data, ...rest } of items) {
          const given = action === 'create' ? { ...rest, data: { ...data, documentId } } : { ...rest, documentId, data };
          await service[action](copyOf(given) as object);
        }
      }
    },
    async inBulk(steps) {
      for (const { uid, action, items } of steps) {
        await tick();
        await (writer(uid) as unknown as ItemWriter)[action](items);
      }
    },
    stop,
  };
}
