import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../bench/process/free-port';
import { EDITOR } from '../helpers/panel-login';
import { ROOT, temporaryFolder } from '../helpers/newsroom';
import { runCommand, startCommand } from '../helpers/run-command';

jest.setTimeout(15 * 60_000);

const PARTS = ['config', 'database', 'public', 'src', 'types', 'package.json', 'package-lock.json', 'tsconfig.json'];
const TYPES = 'types/generated/contentTypes.d.ts';

/** A content type with the code that Strapi generates for it, which compiles only with its types. */
const POLL = {
  'content-types/poll/schema.json': JSON.stringify({
    ...{ kind: 'collectionType', collectionName: 'polls', options: { draftAndPublish: false } },
    info: { singularName: 'poll', pluralName: 'polls', displayName: 'Poll' },
    attributes: { question: { type: 'string' } },
  }),
  'controllers/poll.ts':
    "import { factories } from '@strapi/strapi';\n\nexport default factories.createCoreController('api::poll.poll');\n",
  'services/poll.ts': "import { factories } from '@strapi/strapi';\n\nexport default factories.createCoreService('api::poll.poll');\n",
  'routes/poll.ts': "import { factories } from '@strapi/strapi';\n\nexport default factories.createCoreRouter('api::poll.poll');\n",
};

describe('a developer', () => {
  let folder: string;
  let environment: Record<string, string>;

  beforeEach(() => {
    folder = temporaryFolder();
    for (const part of PARTS) cpSync(path.join(ROOT, part), path.join(folder, part), { recursive: true });
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
    environment = { DATABASE_FILENAME: path.join(folder, 'newsroom.db'), STRAPI_TELEMETRY_DISABLED: 'true' };
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');

  it('generates types that the code does not compile without, and then it compiles', async () => {
    for (const [file, text] of Object.entries(POLL)) {
      const full = path.join(folder, 'src/api/poll', file);
      mkdirSync(path.dirname(full), { recursive: true });
      writeFileSync(full, text);
    }
    const before = await runCommand('compile', [], environment, undefined, folder);
    expect([before.code, before.stderr]).toEqual([1, expect.stringContaining('api::poll.poll')]);
    const { code, stderr } = await runCommand('types', [], environment, undefined, folder);
    expect([code, code === 0 ? '' : stderr]).toEqual([0, '']);
    expect(read(TYPES)).toContain("'api::poll.poll'");
    expect((await runCommand('compile', [], environment, undefined, folder)).code).toBe(0);
  });

  it('changes content types in the panel, and the server is back with them', async () => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const running = startCommand('develop', [], { ...environment, PORT: String(port), HOST: '127.0.0.1' }, undefined, folder);
    let ended = false;
    void running.outcome.then(() => (ended = true));
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    const ask = async (method: string, address: string, body?: object) => {
      const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
      const answer = await fetch(`${url}${address}`, init).catch(() => null);
      return { status: answer?.status ?? 0, body: (await answer?.json().catch(() => ({}))) as { data: { token: string } } };
    };
    const until = async (address: string, status: number) => {
      while ((await ask('GET', address)).status !== status) {
        if (ended) throw new Error(JSON.stringify(await running.outcome));
        await wait(500);
      }
    };
    try {
      await until('/_health', 204);
      headers.authorization = `Bearer ${(await ask('POST', '/admin/register-admin', EDITOR)).body.data.token}`;
      const contentType = {
        ...{ displayName: 'Poll', singularName: 'poll', pluralName: 'polls', kind: 'collectionType', draftAndPublish: false },
        attributes: { question: { type: 'string' } },
      };
      expect((await ask('POST', '/content-type-builder/content-types', { contentType, components: [] })).status).toBe(201);
      await until('/content-manager/collection-types/api::poll.poll', 200);
      expect(existsSync(path.join(folder, 'src/api/poll/controllers/poll.ts'))).toBe(true);
      expect(read(TYPES)).toContain("'api::poll.poll'");
    } finally {
      running.signal('SIGINT');
      await running.outcome;
    }
  });
});
