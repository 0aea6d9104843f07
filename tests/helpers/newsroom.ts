import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Core, createStrapi } from '@strapi/strapi';
import supertest from 'supertest';
import { DEFAULT_PROFILE } from '../../src/plugins/importer/server/src/import/profile';
import type { ImportRequest } from '../../src/plugins/importer/server/src/import/import-request';
import type { Problem } from '../../src/plugins/importer/server/src/import/problem';
import type { ReportedPage, RunReport } from '../../src/plugins/importer/server/src/import/report/run-report';
import type { ImporterService } from '../../src/plugins/importer/server/src/services/importer';

import SECRETS from './secrets.json';
import { copyPrepared, makeDatabase } from './temporary-database';

export const ROOT = path.resolve(__dirname, '../..');

export { SECRETS };

type Headers = Readonly<Record<string, string>>;

interface Answer<Body> {
  readonly status: number;
  readonly text: string;
  readonly body: Body;
}

interface RestBody {
  readonly data: unknown;
  readonly meta: { readonly pagination: Readonly<Record<string, number>> };
  readonly error: { readonly message: string };
  /** What the panel's own routes answer instead of `data`. */
  readonly results: unknown;
}

interface GraphqlBody {
  readonly data: unknown;
  readonly errors: readonly [{ readonly message: string; readonly extensions: { readonly code: string } }];
}

type Method = 'get' | 'post' | 'put' | 'delete';

/** A report with all that was told while the run went on. */
export interface WholeReport extends RunReport {
  readonly pages: readonly ReportedPage[];
  readonly problems: readonly Problem[];
}

export interface Newsroom {
  readonly strapi: Core.Strapi;
  readonly get: (path: string, headers?: Headers) => Promise<Answer<RestBody>>;
  readonly send: (method: Method, path: string, body: object, headers?: Headers) => Promise<Answer<RestBody>>;
  readonly graphql: (query: string, headers?: Headers) => Promise<Answer<GraphqlBody>>;
  readonly importPages: (paths: readonly string[], options?: Partial<ImportRequest>) => Promise<WholeReport>;
  readonly importer: ImporterService;
  readonly stop: () => Promise<void>;
}

export const temporaryFolder = () => mkdtempSync(path.join(tmpdir(), 'newsroom-'));

interface Start {
  readonly onEmpty?: boolean;
  readonly added?: string;
  readonly mode?: 'test' | 'production';
  readonly earlier?: (strapi: Core.Strapi) => Promise<void>;
}

/** The compiled application with content types that a developer has added: those below a folder of `tests/fixtures`. */
function compileWith(added: string, folder: string): string {
  const distDir = path.join(folder, 'dist');
  cpSync(path.join(ROOT, 'dist'), distDir, { recursive: true });
  cpSync(path.join(ROOT, 'tests/fixtures', added), path.join(distDir, 'src'), { recursive: true });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  return distDir;
}

/** Imports pages, and gathers what is told meanwhile. */
export const importingInto =
  (importer: ImporterService): Newsroom['importPages'] =>
  async (paths, options = {}) => {
    const pages: ReportedPage[] = [];
    const others: Problem[] = [];
    const told = { onPage: (page: ReportedPage) => pages.push(page), onProblem: (problem: Problem) => others.push(problem) };
    const report = await importer.run({
      ...{ paths, profile: DEFAULT_PROFILE, status: 'published', dryRun: false },
      ...told,
      ...options,
    });
    return { ...report, pages, problems: [...others, ...pages.flatMap(({ problems }) => problems)] };
  };

/**
 * Boots the real application on a temporary database, without listening on a port.
 *
 * @param onEmpty whether the database is to have nothing in it, so that this process makes all tables.
 * @param added a folder of `tests/fixtures` with content types that are added to the application's own.
 * @param mode as `NODE_ENV` has it.
 * @param earlier what is done in a start before this one, on the same database.
 */
export async function startNewsroom({ onEmpty = false, added, mode = 'test', earlier }: Start = {}): Promise<Newsroom> {
  const folder = temporaryFolder();
  const database = await (onEmpty ? makeDatabase(folder) : copyPrepared(folder));
  const folders = { PUBLIC_FOLDER: path.join(folder, 'public'), IMPORT_UPLOADS_FOLDER: path.join(folder, 'imports') };
  const settings = { ...folders, LOG_LEVEL: 'error', TZ: 'UTC', NODE_ENV: mode };
  Object.assign(process.env, SECRETS, database.variables, settings);

  const distDir = added === undefined ? path.join(ROOT, 'dist') : compileWith(added, folder);
  if (earlier !== undefined) {
    const before = await createStrapi({ appDir: ROOT, distDir }).load();
    await earlier(before);
    await before.destroy();
  }
  const strapi = await createStrapi({ appDir: ROOT, distDir }).load();
  strapi.server.mount();
  const http = supertest(strapi.server.httpServer);
  const importer = strapi.plugin('importer').service<ImporterService>('importer');

  return {
    strapi,
    get: async (address, headers = {}) => http.get(address).set(headers),
    send: async (method, address, body, headers = {}) => http[method](address).set(headers).send(body),
    graphql: async (query, headers = {}) => http.post('/graphql').set(headers).send({ query }),
    importer,
    importPages: importingInto(importer),
    stop: async () => {
      await strapi.destroy();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
