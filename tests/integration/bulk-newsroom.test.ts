import fc from 'fast-check';
import { createBulkWriter } from '../../src/plugins/importer/server/src/bulk/bulk-writer';
import { JsonText } from '../../src/plugins/importer/server/src/bulk/content/json-text';
import type { BulkWriter, Data, DocumentPlace } from '../../src/plugins/importer/server/src/bulk/documents';
import { type Newsroom, startNewsroom } from '../helpers/newsroom';
import { tablesAfter } from '../helpers/table-rows';

const ARTICLE = 'api::article.article';
/** More of them look further: `BULK_RUNS=200 npm run test:integration -- -t …`. */
const RUNS = Number(process.env['BULK_RUNS'] ?? 12);

const name = (prefix: string, index: number) => `${prefix}${index}`;

describe('bulk writing for the content types of this project', () => {
  let newsroom: Newsroom;
  let articles: BulkWriter;
  let files: number[];
  const rubrics = { ru: ['rubrika1', 'rubrika2'], en: ['rubric1', 'rubric2'] } as const;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    const { strapi } = newsroom;
    articles = createBulkWriter(strapi, ARTICLE);
    for (const locale of ['ru', 'en'] as const) {
      const data = rubrics[locale].map((documentId) => ({ locale, documentId, data: { name: documentId, slug: documentId } }));
      await createBulkWriter(strapi, 'api::category.category').create(data);
    }
    const file = (index: number) => ({
      name: name('file', index),
      hash: name('hash', index),
      mime: 'image/png',
      size: 1,
      url: '/x',
      provider: 'local',
    });
    files = [];
    for (const index of [1, 2]) {
      const { id } = (await strapi.db.query('plugin::upload.file').create({ data: file(index) })) as { id: number };
      files.push(id);
    }
  });

  afterAll(() => newsroom.stop());

  const text = fc.string({ unit: 'binary', maxLength: 40 }).map((value) => value.replaceAll('\u0000', ''));
  const instant = fc.date({ min: new Date('1990-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
  const block = text.map((value) => ({ type: 'paragraph', children: [{ type: 'text', text: value }] }));
  const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });

  const fields = (locale: 'ru' | 'en') => ({
    title: text.map((value) => `T${value}`),
    // A first publishing by the Document Service gives an article the date and the lead that it lacks; bulk writing gives nothing.
    lead: text.map((value) => `L${value}`),
    body: optional(fc.array(block, { minLength: 1, maxLength: 3 })),
    datePublished: fc.oneof(
      instant,
      instant.map((date) => date.toISOString()),
    ),
    byline: optional(text),
    originalUrl: optional(text),
    category: optional(fc.constantFrom(...rubrics[locale]).map((documentId) => ({ documentId, locale }))),
    cover: optional(fc.constantFrom(0, 1).map((index) => files[index] ?? 0)),
  });

  const someFields = (locale: 'ru' | 'en') => fc.record(fields(locale), { requiredKeys: [] });

  const documents = fc.array(
    fc.constantFrom('ru' as const, 'en' as const).chain((locale) =>
      fc.record({
        locale: fc.constant(locale),
        status: fc.constantFrom('draft' as const, 'published' as const),
        data: fc.record(fields(locale), { requiredKeys: ['title', 'lead', 'datePublished'] }),
      }),
    ),
    { minLength: 1, maxLength: 4 },
  );

  type Documents = typeof documents extends fc.Arbitrary<infer Value> ? Value : never;

  const withIds = (given: Documents) =>
    given.map(({ data, ...rest }, index) => ({ ...rest, documentId: name('document', index), data: { slug: name('s', index), ...data } }));

  /** Every other text as JSON that is made already, which the Document Service does not know. */
  const readyMade = <Given extends { readonly data: Data }>(given: readonly Given[]) =>
    given.map((one, index) => {
      const { body } = one.data;
      if (index % 2 === 1 || !Array.isArray(body)) return one;
      return { ...one, data: { ...one.data, body: new JsonText(Buffer.from(JSON.stringify(body))) } };
    });

  const createOneByOne = async (given: Documents) => {
    for (const { documentId, data, locale, status } of withIds(given)) {
      await newsroom.strapi.documents(ARTICLE).create({ data: { ...data, documentId } as never, locale, status });
    }
  };

  it('creates what the Document Service creates', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (given) => {
        const expected = await tablesAfter(newsroom.strapi, () => createOneByOne(given));
        const written = await tablesAfter(newsroom.strapi, () => articles.create(readyMade(withIds(given))));
        expect(written).toEqual(expected);
      }),
      { numRuns: RUNS },
    );
  });

  it('takes ids that were made for new documents as they are, and looks for none of them', async () => {
    const { strapi } = newsroom;
    const writer = createBulkWriter(strapi, ARTICLE, { idsAreNew: true });
    const data = { title: 'T' };
    await tablesAfter(strapi, async () => {
      const ids = await writer.create([
        { locale: 'ru', documentId: 'made1', data },
        { locale: 'ru', data },
        { locale: 'en', documentId: 'made2', data },
      ]);
      expect(ids).toEqual(['made1', expect.stringMatching(/^[a-z0-9]{24}$/u), 'made2']);
      await expect(writer.create(['a', 'b', 'a'].map((documentId) => ({ locale: 'ru', documentId, data })))).rejects.toThrow(
        'a is in the batch already',
      );
      const found = await strapi.db.query(ARTICLE).findMany({ select: ['documentId'], orderBy: { id: 'asc' } });
      expect((found as { documentId: string }[]).map(({ documentId }) => documentId)).toEqual(ids);
      const again = [{ locale: 'ru', documentId: 'made1', data }];
      await expect(articles.create(again)).rejects.toThrow('made1 exists already');
      expect(await writer.create(again)).toEqual(['made1']);
    });
  });

  const update = fc.record({ status: fc.constantFrom('draft' as const, 'published' as const), data: someFields('ru') });
  const steps = fc.array(
    fc.record({
      action: fc.constantFrom('update' as const, 'update' as const, 'publish' as const, 'unpublish' as const, 'delete' as const),
      at: fc.nat(3),
      update,
    }),
    { minLength: 1, maxLength: 5 },
  );

  it('changes what the Document Service changes', async () => {
    const { strapi } = newsroom;
    const service = strapi.documents(ARTICLE);
    const oneByOne = {
      publish: (place: DocumentPlace) => service.publish(place),
      unpublish: (place: DocumentPlace) => service.unpublish(place),
      delete: (place: DocumentPlace) => service.delete(place),
    };
    const pause = () => new Promise((resolve) => setTimeout(resolve, 2));

    await fc.assert(
      fc.asyncProperty(documents, steps, async (given, taken) => {
        const all = withIds(given);
        const deleted = new Set<string>();
        const planned = taken.flatMap(({ action, at, update: { status, data } }) => {
          const document = all[at % all.length];
          if (document === undefined || deleted.has(document.documentId)) return [];
          const { documentId, locale } = document;
          if (action === 'delete') deleted.add(documentId);
          const category = data.category && { documentId: rubrics[locale][0], locale };
          return [{ action, place: { documentId, locale }, status, data: { ...data, ...(category === undefined ? {} : { category }) } }];
        });

        const expected = await tablesAfter(strapi, async () => {
          await createOneByOne(given);
          for (const { action, place, status, data } of planned) {
            await pause();
            if (action === 'update') await service.update({ ...place, data: data as never, status });
            else await oneByOne[action](place);
          }
        });
        const written = await tablesAfter(strapi, async () => {
          await articles.create(readyMade(all));
          for (const { action, place, status, data } of planned) {
            await pause();
            if (action === 'update') await articles.update(readyMade([{ ...place, data, status }]));
            else await articles[action]([place]);
          }
        });
        expect(written).toEqual(expected);
      }),
      { numRuns: RUNS },
    );
  });
});
