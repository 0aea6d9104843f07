import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { Client } from 'pg';
import { SECRETS, temporaryFolder } from '../helpers/newsroom';
import { serveNewsroom } from '../helpers/serving-newsroom';
import { isPostgres, makeDatabase } from '../helpers/temporary-database';

/** What a start makes, each by what may stand there once. */
const ONCE: Readonly<Record<string, string>> = {
  locales: 'select code as name from i18n_locale',
  'roles of the public': 'select type as name from up_roles',
  'rights of the public': `select p.action || ' ' || l.role_id as name from up_permissions p
    join up_permissions_role_lnk l on l.permission_id = p.id`,
  'roles of the panel': 'select code as name from admin_roles',
  'rights of the panel': `select p.action || ' ' || coalesce(p.subject, '') || ' ' || l.role_id as name from admin_permissions p
    join admin_permissions_role_lnk l on l.permission_id = p.id`,
  settings: `select coalesce(type, '') || ' ' || key as name from strapi_core_store_settings`,
  migrations: 'select name from strapi_migrations_internal',
};

const STARTS = 3;

describe('processes that start at the same moment on an empty database', () => {
  const folder = temporaryFolder();
  let database: Awaited<ReturnType<typeof makeDatabase>>;

  beforeAll(async () => {
    database = await makeDatabase(folder);
    mkdirSync(path.join(folder, 'public'));
    const settings = {
      LOG_LEVEL: 'error',
      TZ: 'UTC',
      NODE_ENV: 'test',
      PUBLIC_FOLDER: path.join(folder, 'public'),
      DATABASE_POOL_MAX: '5',
    };
    Object.assign(process.env, SECRETS, database.variables, settings);
  });

  afterAll(async () => {
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function namesOf(statement: string): Promise<string[]> {
    if (!isPostgres) {
      const file = new BetterSqlite3(database.variables['DATABASE_FILENAME'] ?? '', { readonly: true });
      const rows = file.prepare<[], { name: string }>(statement).all();
      file.close();
      return rows.map(({ name }) => name);
    }
    const client = new Client({ connectionString: database.variables['DATABASE_URL'] });
    await client.connect();
    const { rows } = await client.query<{ name: string }>(statement).finally(() => client.end());
    return rows.map(({ name }) => name);
  }

  it('all serve, and nothing stands there twice', async () => {
    const servers = await Promise.all(Array.from({ length: STARTS }, () => serveNewsroom()));
    for (const { address } of servers) expect((await fetch(`${address}/api/feed`)).status).toBe(200);
    for (const [what, statement] of Object.entries(ONCE)) {
      const names = await namesOf(statement);
      expect(names.length).toBeGreaterThan(0);
      expect({ [what]: names.filter((name, index) => names.indexOf(name) !== index) }).toEqual({ [what]: [] });
    }
    await Promise.all(servers.map((server) => server.kill()));
  }, 600_000);
});
