import { blocksOf } from '../../src/plugins/importer/server/src/import/blocks';
import { describeStory } from '../../src/plugins/importer/server/src/import/plan/describe-story';
import { tellStory } from '../../src/plugins/importer/server/src/import/plan/story-fields';
import { isWhole } from '../../src/plugins/importer/server/src/import/story';
import { execFileSync } from 'node:child_process';
import { truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import { DEFAULT_PROFILE } from '../../src/plugins/importer/server/src/import/profile';
import { createWorkerPool } from '../../src/plugins/importer/server/src/import/workers/worker-pool';
import { pageHash } from '../../src/plugins/importer/server/src/import/workers/page-hash';
import type { PageTask } from '../../src/plugins/importer/server/src/import/workers/page-task';
import { transferablesOf } from '../../src/plugins/importer/server/src/import/workers/message';
import { learnFrom } from '../../src/plugins/importer/server/src/import/survey/learn';
import { sketchOf } from '../../src/plugins/importer/server/src/import/near-duplicates/sketch';
import { createRecogniser } from '../../src/plugins/importer/server/src/import/recognise/recogniser';
import { collect } from '../../src/plugins/importer/server/src/import/source/collect';
import { faultOf } from '../../src/plugins/importer/server/src/import/source/fault';
import { LIMITS } from '../../src/plugins/importer/server/src/import/source/limits';
import { readFileOf } from '../../src/plugins/importer/server/src/import/source/read-file';
import { pageText } from '../helpers/page-text';
import { useSourceFolder } from '../helpers/source-bench';

const { at, write } = useSourceFolder();

const OPTIONS = { profile: DEFAULT_PROFILE, learnt: learnFrom([], DEFAULT_PROFILE), threads: 0 };
const GOOD = Buffer.from(pageText());
const FAULTY = Buffer.from(pageText({ meta: null }));
const task = (more: Partial<PageTask>): PageTask => ({ name: '1.txt', path: 'pages/1.txt', size: 0, knownHash: null, ...more });

async function readOne(more: Partial<PageTask>, options = {}) {
  const [page] = await createWorkerPool({ ...OPTIONS, ...options }).read([task(more)]);
  return page;
}

describe('what a pool answers', () => {
  test('is what the recogniser tells, with hash and sketch', async () => {
    const recogniser = await createRecogniser(DEFAULT_PROFILE, OPTIONS.learnt);
    const expected = recogniser.recognise({ name: '1.txt', path: 'pages/1.txt', bytes: GOOD });
    const { story, ...rest } = expected;
    const told = tellStory(story);
    if (!isWhole(told)) throw new Error('The page was to be whole');
    expect(await readOne({ content: GOOD })).toEqual({
      name: '1.txt',
      path: 'pages/1.txt',
      pageHash: pageHash(GOOD),
      recognition: {
        ...rest,
        story: told,
        shown: null,
        prints: describeStory(told),
        sketch: sketchOf(story.body.map(({ text }) => text)),
        bytes: null,
      },
    });
  });

  test('has blocks, the lines of the page and how sure each field is, if asked for', async () => {
    const recogniser = await createRecogniser(DEFAULT_PROFILE, OPTIONS.learnt);
    const { body, provenance, confidence } = recogniser.recognise({ name: '1.txt', path: 'pages/1.txt', bytes: GOOD }).story;
    expect(provenance['title']).toHaveLength(1);
    expect((await readOne({ content: GOOD }, { shows: true }))?.recognition?.shown).toEqual({
      body: [...blocksOf(body)],
      provenance,
      confidence,
    });
  });

  test('is the same for a file and for its content', async () => {
    const file = write('1.txt', GOOD);
    expect(await readOne({ file })).toEqual(await readOne({ content: GOOD }));
  });

  test('is no recognition for bytes that are known, and one for others', async () => {
    const file = write('1.txt', GOOD);
    expect(await readOne({ file, knownHash: pageHash(GOOD) })).toMatchObject({ pageHash: pageHash(GOOD), recognition: null });
    expect(await readOne({ file, knownHash: pageHash(FAULTY) })).toMatchObject({ recognition: { page: { name: '1.txt' } } });
  });

  test('is a problem for a fault that was met before', async () => {
    const fault = { rule: 'link-unfollowed', found: 'a link', expected: 'a file' } as const;
    expect(await readOne({ content: fault })).toMatchObject({
      pageHash: null,
      recognition: { problems: [{ ...fault, page: 'pages/1.txt' }] },
    });
  });

  test('has the bytes of a page with an error, if asked for', async () => {
    const bytesOf = async (content: Uint8Array, keepFaulty: boolean) => (await readOne({ content }, { keepFaulty }))?.recognition?.bytes;
    expect([await bytesOf(FAULTY, true), await bytesOf(GOOD, true), await bytesOf(FAULTY, false)]).toEqual([FAULTY, null, null]);
  });

  test('is in the order of the tasks, batch by batch', async () => {
    const pool = createWorkerPool(OPTIONS);
    const batch = (from: number) => Array.from({ length: 70 }, (_, index) => task({ name: String(from + index), content: GOOD }));
    const read = await Promise.all([pool.read(batch(0)), pool.read([]), pool.read(batch(70))]);
    expect(read.flat().map(({ name }) => name)).toEqual(Array.from({ length: 140 }, (_, index) => String(index)));
  });

  test('is an error for a task that says neither file nor content, and after the pool was closed', async () => {
    await expect(readOne({})).rejects.toThrow('neither file nor content');
    const pool = createWorkerPool(OPTIONS);
    await pool.close();
    await expect(pool.read([task({ content: GOOD })])).rejects.toThrow('closed');
  });

  test('is an error where a worker does not start: here nothing is compiled', async () => {
    const pool = createWorkerPool({ ...OPTIONS, threads: 2 });
    const batches = [pool.read([task({ content: Buffer.from('1') })]), pool.read([task({ content: Buffer.from('2') })])];
    for (const batch of await Promise.allSettled(batches)) {
      expect(batch).toMatchObject({
        status: 'rejected',
        reason: { message: expect.stringContaining('failed: Cannot find module') as string },
      });
    }
    await expect(pool.read([task({ content: GOOD })])).rejects.toThrow('A reading thread failed');
    await pool.close();
  });
});

describe('a file that is no page has the same fault as ever', () => {
  const cases: [string, (file: string) => unknown][] = [
    ['gone', () => undefined],
    ['a pipe', (file) => execFileSync('mkfifo', [file])],
    ['a folder', (file) => write(`${file.slice(at().length)}/1.txt`, '')],
    ['too large', (file) => truncateSync(write(file.slice(at().length), ''), LIMITS.page + 1)],
  ];

  test.each(cases)('%s', async (_name, make) => {
    const file = at('1.txt');
    make(file);
    const fault = await readFileOf(file, LIMITS.page, collect).catch(faultOf);
    expect(fault).not.toBeInstanceOf(Uint8Array);
    expect(await readOne({ file })).toMatchObject({ pageHash: null, recognition: { problems: [fault] } });
  });

  test('a socket', async () => {
    const server = createServer().listen(at('1.txt'));
    expect(await readOne({ file: at('1.txt') })).toMatchObject({ recognition: { problems: [{ rule: 'unreadable' }] } });
    server.close();
  });

  test('a page as large as may be, and a file whose size is not told, are read whole', async () => {
    const file = write('1.txt', '');
    truncateSync(file, LIMITS.page);
    const knownHash = pageHash(Buffer.alloc(LIMITS.page));
    expect(await readOne({ file, knownHash })).toMatchObject({ pageHash: knownHash, recognition: null });
    const untold = await readFileOf('/proc/self/cmdline', LIMITS.page, collect).catch(() => null);
    if (untold) expect((await readOne({ file: '/proc/self/cmdline' }))?.pageHash).toBe(pageHash(untold));
  });
});

test('bytes move to a worker with their buffer, unless they share it', () => {
  const own = new Uint8Array([1, 2, 3]);
  const shared = new Uint8Array([9, 1, 2, 3, 9]).subarray(1, 4);
  expect(transferablesOf([own, shared, own, undefined])).toEqual([own.buffer]);
});
