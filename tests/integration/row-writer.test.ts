import fc from 'fast-check';
import { BulkRefusal } from '../../src/plugins/importer/server/src/bulk/refusal';
import { createRowWriter, type RowWriter } from '../../src/plugins/importer/server/src/bulk/row-writer';
import { type BulkApp, startBulkApp } from '../helpers/bulk-app';
import { tablesAfter } from '../helpers/table-rows';

const NOTE = 'api::note.note';
const RUNS = Number(process.env['BULK_RUNS'] ?? 25);

interface Note {
  readonly id: number;
  readonly documentId: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

class Undone extends Error {}

describe('a writer of plain rows', () => {
  let app: BulkApp;
  let notes: RowWriter;

  beforeAll(async () => {
    app = await startBulkApp();
    notes = createRowWriter(app.strapi, NOTE);
  });

  afterEach(() => app.strapi.db.query(NOTE).deleteMany({ where: {} }));

  afterAll(() => app.stop());

  const standing = (page: string) => app.strapi.db.query(NOTE).findOne({ where: { page } }) as Promise<Note>;
  const pause = () => new Promise((resolve) => setTimeout(resolve, 5));

  const text = fc.string({ unit: 'binary', maxLength: 20 }).map((value) => value.replaceAll('\u0000', ''));
  const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
  const instant = fc.date({ min: new Date('1980-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
  const fields = {
    page: text,
    words: optional(text),
    count: optional(fc.integer({ min: -1000, max: 1000 })),
    big: optional(fc.bigInt({ min: -(2n ** 52n), max: 2n ** 52n }).map(String)),
    rating: optional(fc.integer({ min: -99_999, max: 99_999 }).map((value) => value / 100)),
    ratio: optional(fc.integer({ min: -99_999, max: 99_999 }).map((value) => value / 64)),
    flag: optional(fc.boolean()),
    day: optional(instant.map((date) => date.toISOString().slice(0, 10))),
    hour: optional(fc.constantFrom('00:00:07.000', '23:59:59.999')),
    moment: optional(instant),
    stamp: optional(instant),
    extra: optional(fc.oneof(fc.array(fc.integer()), fc.record({ a: text, b: fc.array(fc.boolean()) }))),
  };
  const rowsOf = fc
    .array(fc.record(fields, { requiredKeys: ['page'] }), { minLength: 1, maxLength: 5 })
    .map((rows) => rows.map((row, lineNumber) => ({ documentId: `note${lineNumber}`, lineNumber, ...row })));

  it('inserts what the query engine inserts, and finds what was inserted', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf, async (rows) => {
        const expected = await tablesAfter(app.strapi, async () => {
          for (const row of rows) await app.strapi.db.query(NOTE).create({ data: { ...row } });
        });
        const written = await tablesAfter(app.strapi, async () => {
          const ids = await notes.insert(rows);
          const found = await notes.find('id', ids, ['id', ...Object.keys(fields), 'documentId', 'lineNumber']);
          const asGiven = rows.map((row, index) => ({ id: ids[index], ...row }));
          expect(found).toMatchObject(JSON.parse(JSON.stringify(asGiven), revive) as object[]);
        });
        expect(written).toEqual(expected);
      }),
      { numRuns: RUNS },
    );
  });

  /** Jest's own `Date` differs from that of the values. */
  const revive = (name: string, value: unknown) =>
    ['moment', 'stamp'].includes(name) && value !== null ? new Date(value as string) : value;

  it('makes ids, dates and defaults where a row names none', async () => {
    const [id] = await notes.insert([{ page: 'a' }]);
    const row = await standing('a');
    expect(row).toMatchObject({ id, count: 7, flag: true, extra: null, documentId: expect.stringMatching(/^[a-z0-9]{24}$/) as string });
    expect(Date.now() - new Date(row.createdAt).getTime()).toBeLessThan(10_000);
    expect(row.updatedAt).toBe(row.createdAt);
  });

  it('takes ids that nobody else gets', async () => {
    const ids = await notes.insert([{ page: 'a' }, { page: 'b' }]);
    const { id } = (await app.strapi.db.query(NOTE).create({ data: { page: 'c' } })) as Note;
    expect([...ids, id]).toEqual([...ids, id].sort((a, b) => a - b));
    expect(new Set([...ids, id]).size).toBe(3);
  });

  it('changes what stands with the same key, and keeps what is not named', async () => {
    await notes.insert([{ page: 'a', lineNumber: 1, words: 'old', count: 1, extra: { a: 1 } }]);
    const before = await standing('a');
    await pause();
    await notes.upsert(
      [
        { page: 'a', lineNumber: 1, words: 'new' },
        { page: 'b', lineNumber: 1, words: 'first', flag: false },
        { page: 'b', lineNumber: 1, words: 'second' },
      ],
      ['page', 'lineNumber'],
    );
    const { id, documentId, createdAt } = before;
    const after = await standing('a');
    expect(after).toMatchObject({ id, documentId, createdAt, words: 'new', count: 1, extra: { a: 1 } });
    expect(after.updatedAt > before.updatedAt).toBe(true);
    expect(await standing('b')).toMatchObject({ words: 'second', flag: false, count: 7 });
    expect(await app.strapi.db.query(NOTE).count({})).toBe(2);
  });

  it('makes one row of those whose whole key is the same, wherever in the batch they stand', async () => {
    const rows = [
      { page: 'a', lineNumber: 1, words: 'a1' },
      { page: 'a', lineNumber: 2, words: 'a2' },
      { page: 'b', lineNumber: 1, words: 'b1' },
      { page: 'a', lineNumber: 2, count: 5 },
      { page: 'a', lineNumber: 1, words: null, count: 6 },
    ];
    await notes.upsert(rows, ['page', 'lineNumber']);
    expect(await notes.find('page', ['a', 'b'], ['page', 'lineNumber', 'words', 'count'])).toEqual([
      { page: 'a', lineNumber: 1, words: null, count: 6 },
      { page: 'a', lineNumber: 2, words: 'a2', count: 5 },
      { page: 'b', lineNumber: 1, words: 'b1', count: 7 },
    ]);
  });

  it('sets the named fields of standing rows, whichever they are', async () => {
    const [first = 0, second = 0] = await notes.insert([
      { page: 'a', words: 'one' },
      { page: 'b', words: 'two', moment: new Date() },
    ]);
    const instantOf = new Date('2024-02-29T10:00:00.123Z');
    await notes.update([
      { id: first, words: null, moment: instantOf, extra: [1], big: '12', rating: 1.5, flag: false, day: '2024-02-29', hour: '10:00:00' },
      { id: second, moment: null },
      { id: second + 1000, words: 'nobody' },
    ]);
    const found = await notes.find('page', ['b', 'a', 'b', 'none'], ['words', 'moment', 'extra', 'big', 'rating', 'flag', 'day', 'hour']);
    expect(found).toEqual([
      { words: null, moment: instantOf, extra: [1], big: '12', rating: 1.5, flag: false, day: '2024-02-29', hour: '10:00:00.000' },
      { words: 'two', moment: null, extra: null, big: null, rating: null, flag: true, day: null, hour: null },
    ]);
    expect(await app.strapi.db.query(NOTE).count({})).toBe(2);
  });

  it('works off thousands of rows and values', async () => {
    const pages = Array.from({ length: 5000 }, (_, index) => `page${index}`);
    const ids = await notes.insert(pages.map((page, lineNumber) => ({ page, lineNumber })));
    expect(await notes.find('page', pages, ['id'])).toEqual(ids.map((id) => ({ id })));
    await notes.upsert(
      pages.map((page, lineNumber) => ({ page, lineNumber, count: lineNumber })),
      ['page', 'lineNumber'],
    );
    await notes.update(ids.map((id) => ({ id, words: `row ${id}` })));
    expect(await notes.find('id', [ids[4321] ?? 0], ['count', 'words'])).toEqual([{ count: 4321, words: `row ${String(ids[4321])}` }]);
    await notes.deleteBy('page', pages.slice(1));
    expect(await notes.find('page', pages, ['page'])).toEqual([{ page: 'page0' }]);
  });

  it('tells why thousands of rows were not written, and goes on afterwards', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => ({ page: `page${index === 10 ? 5 : index}`, lineNumber: 1 }));
    const unique = { message: expect.stringMatching(/unique/iu) as unknown };
    await expect(notes.insert(rows)).rejects.toMatchObject(unique);
    const besides = app.strapi.db.transaction(() => Promise.all([notes.insert(rows), notes.find('page', ['a'], ['id'])]));
    await expect(besides).rejects.toMatchObject(unique);
    await notes.insert([{ page: 'a' }]);
    expect(await app.strapi.db.query(NOTE).count({})).toBe(1);
  });

  it('goes with the transaction around it', async () => {
    const undone = app.strapi.db.transaction(async () => {
      await notes.insert([{ page: 'a' }]);
      expect(await notes.find('page', ['a'], ['page'])).toEqual([{ page: 'a' }]);
      throw new Undone();
    });
    await expect(undone).rejects.toThrow(Undone);
    expect(await notes.find('page', ['a'], ['page'])).toEqual([]);
  });

  it('writes nothing when a row can not be written, and names every offender', async () => {
    const refused = notes.insert([{ page: 'a' }, { page: 1, nothing: 2 }, { id: 3, moment: 'yesterday' }]).catch((error: unknown) => error);
    const error = await refused;
    expect(error).toBeInstanceOf(BulkRefusal);
    expect((error as BulkRefusal).problems.map(({ document, field }) => `${String(document)} ${String(field)}`)).toEqual([
      '1 page',
      '1 nothing',
      '2 id',
      '2 moment',
    ]);
    await expect(notes.upsert([{ page: 'a' }], ['page', 'lineNumber'])).rejects.toThrow('lineNumber: is part of the key');
    await expect(notes.find('nothing', [1], ['id'])).rejects.toThrow(`${NOTE} has no field nothing`);
    expect(await app.strapi.db.query(NOTE).count({})).toBe(0);
  });

  it('is refused to content types with more than plain rows', () => {
    expect(() => createRowWriter(app.strapi, 'api::report.report')).toThrow(/rows with draft & publish are not plain/);
    expect(() => createRowWriter(app.strapi, 'api::shelf.shelf')).toThrow(/reports: plain rows have no such fields/);
  });
});
