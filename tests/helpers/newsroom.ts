import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Core, createStrapi } from '@strapi/strapi';
import supertest from 'supertest';
import { DEFAULT_PROFILE } from '../../src/plugins/importer/server/src/pipeline/profile';
import type { ImportRequest } from '../../src/plugins/importer/server/src/pipeline/run-import';
import type { RunReport } from '../../src/plugins/importer/server/src/pipeline/report/run-report';
import type { ImporterService } from '../../src/plugins/importer/server/src/services/importer';

export const ROOT = path.resolve(__dirname, '../..');

const SECRETS = {
  APP_KEYS: 'key-one,key-two',
  API_TOKEN_SALT: 'salt-of-tests',
  ADMIN_JWT_SECRET: 'panel-secret-of-tests',
  TRANSFER_TOKEN_SALT: 'transfer-salt-of-tests',
  ENCRYPTION_KEY: 'encryption-key-of-tests-0123456789',
  JWT_SECRET: 'secret-of-tests',
};

export interface Newsroom {
  readonly strapi: Core.Strapi;
  readonly http: ReturnType<typeof supertest>;
  readonly graphql: (query: string, headers?: Record<string, string>) => Promise<supertest.Response>;
  readonly importPages: (paths: readonly string[], options?: Partial<ImportRequest>) => Promise<RunReport>;
  readonly stop: () => Promise<void>;
}

export const temporaryFolder = () => mkdtempSync(path.join(tmpdir(), 'newsroom-'));

/** Boots the real application on a temporary database, without listening on a port. */
export async function startNewsroom(): Promise<Newsroom> {
  const folder = temporaryFolder();
  const database = { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: path.join(folder, 'test.db') };
  Object.assign(
    process.env,
    SECRETS,
    database,
    { PUBLIC_FOLDER: path.join(folder, 'public') },
    { LOG_LEVEL: 'error', TZ: 'UTC', NODE_ENV: 'test', DATABASE_URL: '' },
  );

  const strapi = await createStrapi({ appDir: ROOT, distDir: path.join(ROOT, 'dist') }).load();
  strapi.server.mount();
  const http = supertest(strapi.server.httpServer);
  const importer = strapi.plugin('importer').service<ImporterService>('importer');

  return {
    strapi,
    http,
    graphql: (query, headers = {}) => Promise.resolve(http.post('/graphql').set(headers).send({ query })),
    importPages: (paths, options = {}) => importer.run({ paths, profile: DEFAULT_PROFILE, status: 'published', dryRun: false, ...options }),
    stop: async () => {
      await strapi.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
