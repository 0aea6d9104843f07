import { BulkRefusal } from '../../src/plugins/importer/server/src/bulk/refusal';
import { type BulkApp, startBulkApp } from '../helpers/bulk-app';
import { REPORT } from '../helpers/bulk-reports';
import { tablesAfter } from '../helpers/table-rows';

describe('what bulk writing refuses', () => {
  let app: BulkApp;

  beforeAll(async () => {
    app = await startBulkApp();
    await app.inBulk([
      {
        uid: REPORT,
        action: 'create',
        items: [
          { documentId: 'live', locale: 'en', status: 'published', data: { title: 'Live', code: 'live' } },
          { documentId: 'drafted', locale: 'en', data: {} },
        ],
      },
      { uid: 'api::band.band', action: 'create', items: [{ documentId: 'band', data: { name: 'Band' } }] },
      { uid: 'api::person.person', action: 'create', items: [{ documentId: 'person', data: { name: 'Person' } }] },
    ]);
  });

  afterAll(() => app.stop());

  /** The problems of a refusal, as `field: message`; nothing may have been written. */
  async function refusal(action: () => Promise<unknown>): Promise<string[]> {
    const before = await tablesAfter(app.strapi, () => Promise.resolve());
    const error = await action().then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(await tablesAfter(app.strapi, () => Promise.resolve())).toEqual(before);
    if (!(error instanceof BulkRefusal)) throw new Error(`No refusal, but ${String(error)}`);
    return error.problems.map(({ field, message }) => `${String(field)}: ${message}`);
  }

  const creating = (uid: string, data: Record<string, unknown>, rest: object = {}) =>
    refusal(() => app.writer(uid).create([{ data: { title: 'Fine' } }, { data, ...rest }].slice(uid === REPORT ? 0 : 1)));

  it.each([
    ['a field that is not there', { nothing: 1 }, `nothing: ${REPORT} has no such field`],
    ['what the writer sets', { publishedAt: new Date() }, 'publishedAt: is set by the writer'],
    ['a number as text', { count: '7' }, 'count: expected a finite number'],
    ['a time without a zone', { moment: '2024-01-01T10:00:00' }, 'moment: expected a Date, or a date and time with Z or an offset'],
    ['text as JSON', { extra: 'text' }, 'extra: expected an object or an array'],
    ['changes of a relation', { people: { connect: ['person'] } }, 'people: expected a documentId or { documentId, locale }'],
    ['a list for one', { author: ['person', 'person'] }, 'author: expected one, not a list'],
    ['a document that is not there', { author: 'nobody' }, 'author: there is no such version of the document nobody of api::person.person'],
    [
      'a locale that would be passed over',
      { author: { documentId: 'person', locale: 'en' } },
      'author: the document person of api::person.person has no locales',
    ],
    ['a file that is not there', { gallery: [77] }, 'gallery: there is no file 77'],
    ['a component with an id', { sections: [{ id: 1, heading: 'H' }] }, 'sections.0.id: is set by the writer'],
    [
      'a component that does not belong',
      { zone: [{ __component: 'part.mention' }] },
      'zone.0: expected an object with __component, one of part.section, part.picture',
    ],
    ['what Strapi refuses', { kind: 'three' }, 'kind: kind must be one of the following values: one, two, '],
  ])('%s', async (_, data, problem) => {
    expect(await creating(REPORT, data)).toEqual([problem]);
  });

  it('asks of a published document what Strapi asks', async () => {
    expect(await creating(REPORT, { title: null }, { status: 'published' })).toEqual([
      'title: title must be a `string` type, but the final value was: `null`.',
    ]);
    expect(await refusal(() => app.writer(REPORT).publish([{ documentId: 'drafted' }]))).toHaveLength(1);
  });

  it('a value that must be unique, in the database and in the batch', async () => {
    const published = (code: string) => ({ status: 'published' as const, data: { title: 'T', code } });
    expect(await refusal(() => app.writer(REPORT).create([published('live')]))).toEqual(['code: must be unique, and live has it']);
    const both = await refusal(() => app.writer(REPORT).create([published('new'), published('new')]));
    expect(both.map((problem) => problem.slice(0, 20))).toEqual(['code: must be unique', 'code: must be unique']);
  });

  it('documents that are there, are not there, or come twice', async () => {
    const writer = app.writer(REPORT);
    expect(await refusal(() => writer.create([{ documentId: 'live', data: { title: 'T' } }]))).toEqual(['null: live exists already']);
    expect(await refusal(() => writer.update([{ documentId: 'gone', data: {} }]))).toEqual(['null: there is no document gone']);
    expect(await refusal(() => writer.publish([{ documentId: 'gone' }]))).toEqual(['null: there is no draft of gone']);
    const given = [{ data: { title: 'A' } }, ...['new', 'live', 'new'].map((documentId) => ({ documentId, data: { title: 'T' } }))];
    const error: unknown = await writer.create(given).catch((reason: unknown) => reason);
    expect(error instanceof BulkRefusal && error.problems).toEqual([
      { document: 2, field: null, message: 'live exists already' },
      { document: 3, field: null, message: 'new is in the batch already' },
    ]);
    // The locales of a report share a field: which of two changes would win?
    const twice = ['en', 'fr'].map((locale) => ({ documentId: 'live', locale, data: {} }));
    expect(await refusal(() => writer.update(twice))).toEqual(['null: live is in the batch already']);
  });

  it('status and locale where a content type has none', async () => {
    expect(await creating('api::place.place', {}, { status: 'draft', locale: 'en' })).toEqual([
      'null: api::place.place has no draft & publish',
      'null: api::place.place has no locales',
    ]);
  });

  it('relations that it does not know, passwords, and publishing what it could not copy', async () => {
    expect(await creating('api::band.band', { rival: 'band' })).toEqual([
      'rival: two-way relations to the same content type are not supported',
    ]);
    expect(await creating('api::band.band', { patron: null })).toEqual(['patron: polymorphic relations are not supported']);
    expect(await creating('api::song.song', { band: 'band' })).toEqual(['band: two-way relations without a link table are not supported']);
    expect(await creating('api::band.band', { next: 'band' }, { status: 'published' })).toEqual([
      'next: relations to the same content type are not published',
    ]);
    expect(await creating('api::band.band', { secret: 'x' })).toEqual(['secret: passwords are not supported']);
    expect(await refusal(() => app.writer('api::band.band').publish([{ documentId: 'band' }]))).toEqual([
      'songs: two-way relations without a link table are not supported',
      'rival: two-way relations to the same content type are not supported',
      'rivalOf: two-way relations to the same content type are not supported',
      'patron: polymorphic relations are not supported',
      'secret: passwords are not supported',
      'next: relations to the same content type are not published',
    ]);
  });

  it('names every offender, and counts them', async () => {
    const documents = Array.from({ length: 30 }, () => ({ data: { title: 5, count: 'x' } }));
    await expect(app.writer(REPORT).create(documents)).rejects.toThrow(/because of 60 problem\(s\)\ndocument 0: title: .*\nand 50 more$/s);
  });
});
