import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type * as CreateWorkerPool from '../../src/plugins/importer/server/src/import/workers/worker-pool';
import type * as WarmPool from '../../src/plugins/importer/server/src/import/workers/warm-pool';
import type * as StartWorker from '../../src/plugins/importer/server/src/import/workers/start-worker';
import type { PageTask } from '../../src/plugins/importer/server/src/import/workers/page-task';
import { DEFAULT_PROFILE } from '../../src/plugins/importer/server/src/import/profile';
import { learnFrom } from '../../src/plugins/importer/server/src/import/survey/learn';
import { ROOT } from '../helpers/newsroom';

/** Workers run compiled code: it is loaded from where the commands load it. */
const COMPILED = path.join(ROOT, 'dist/src/plugins/importer/server/src/import/workers');
const { createWorkerPool } = jest.requireActual<typeof CreateWorkerPool>(path.join(COMPILED, 'worker-pool.js'));

const SEEDS = path.join(ROOT, 'seeds/pages');
const files = readdirSync(SEEDS, { recursive: true, encoding: 'utf8' })
  .map((name) => path.join(SEEDS, name))
  .filter((name) => name.endsWith('.txt'));
const learnt = learnFrom(
  files.map((file) => ({ name: file, path: file, bytes: readFileSync(file) })),
  DEFAULT_PROFILE,
);
const OPTIONS = { profile: DEFAULT_PROFILE, learnt, keepFaulty: true };

const BINARY = Buffer.from('00ff00fe01020304', 'hex');

/** Files and contents, good and faulty, in several batches. */
function batches(): PageTask[][] {
  const known = (file: string) => ({ name: file, path: file, size: 0, knownHash: null });
  const fromFiles = files.map((file): PageTask => ({ ...known(file), file }));
  const contents = files.map((file): PageTask => ({ ...known(file), content: new Uint8Array(readFileSync(file)) }));
  const small = ['1', '2', ''].map((text): PageTask => ({ ...known(text), content: Buffer.from(text) }));
  const faulty: PageTask[] = [
    { ...known('binary'), content: BINARY },
    { ...known('gone'), file: '/nowhere/at/all' },
    { ...known('link'), content: { rule: 'link-unfollowed', found: 'a link', expected: 'a file' } },
  ];
  return [fromFiles, [], [...contents, ...fromFiles, ...contents.slice(1)].map((task) => structuredClone(task)), [...small, ...faulty]];
}

const readAll = async (threads: number) => {
  const pool = createWorkerPool({ ...OPTIONS, threads });
  try {
    return await Promise.all(batches().map((batch) => pool.read(batch)));
  } finally {
    await pool.close();
  }
};

test.each([1, 2])('%i workers answer as the calling thread does, in the order of the tasks', async (threads) => {
  const expected = await readAll(0);
  expect(await readAll(threads)).toEqual(expected);
  expect(expected.flat().filter(({ recognition }) => recognition?.bytes)).not.toEqual([]);
  expect(expected[0]?.map(({ name }) => name)).toEqual(files);
});

test('a thread that has started before it is known what to read is used', async () => {
  const { createWarmPool } = jest.requireActual<typeof WarmPool>(path.join(COMPILED, 'warm-pool.js'));
  const warmPool = createWarmPool();
  warmPool.met(999);
  expect(warmPool.take(0)).toEqual([]);
  const early = createWarmPool(2);
  early.met(1);
  const [first] = [early.take(1)].flat();
  first?.begin(OPTIONS);
  expect(await first?.read(batches()[0] ?? [])).toHaveLength(files.length);
  await early.dismiss();
  expect(first?.load()).toBe(0);
  await first?.end();
});

test('a task that makes no sense refuses its batch, and the worker goes on', async () => {
  const pool = createWorkerPool({ ...OPTIONS, threads: 1 });
  await expect(pool.read([{ name: 'x', path: 'x', size: 0, knownHash: null }])).rejects.toThrow(
    'A page could not be read: The task of x says neither',
  );
  await expect(pool.read([{ name: 'y', path: 'y', size: 0, knownHash: null, content: BINARY }])).resolves.toHaveLength(1);
  await pool.close();
});

test('closing refuses what was not answered, and what is asked later', async () => {
  const pool = createWorkerPool({ ...OPTIONS, threads: 1 });
  const reading = pool.read(batches()[0] ?? []);
  const refused = expect(reading).rejects.toThrow('The worker pool was closed');
  await pool.close();
  await refused;
  await expect(pool.read(batches()[0] ?? [])).rejects.toThrow('The worker pool was closed');
});

describe('a worker that dies', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'pool-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test.each([
    ['throws', `throw new Error('no memory left')`, 'A reading thread failed: no memory left'],
    ['exits', 'process.exit(7)', 'A reading thread ended with code 7'],
  ])('refuses the batches that it has in hand, and no others: it %s', async (_how, code, message) => {
    // The same code, with a worker that stumbles over one page.
    const worker = path.join(folder, 'worker.js');
    writeFileSync(
      worker,
      `const { parentPort } = require('node:worker_threads');
       parentPort.on('message', ({ number, tasks }) => {
         if (tasks === undefined) return;
         if (tasks[0].name === 'fatal') { ${code} }
         parentPort.postMessage({ number, pages: tasks.map(({ name, path }) => ({ name, path, pageHash: null, recognition: null })) });
       });`,
    );
    const { startWorker } = jest.requireActual<typeof StartWorker>(path.join(COMPILED, 'start-worker.js'));
    const hand = startWorker(worker);
    hand.begin(OPTIONS);
    const page = (name: string): PageTask => ({ name, path: name, size: 0, knownHash: null });
    await expect(hand.read([page('good')])).resolves.toHaveLength(1);
    const reading = [hand.read([page('fatal')]), hand.read([page('good')])];
    for (const one of await Promise.allSettled(reading)) expect(one).toMatchObject({ status: 'rejected', reason: { message } });
    expect(hand.load()).toBe(Infinity);
    await expect(hand.read([page('good')])).rejects.toThrow(message);
    await hand.end();
  });
});
