import fc from 'fast-check';
import { createBulkWriter } from '../../src/plugins/importer/server/src/bulk/bulk-writer';
import { type Newsroom, startNewsroom } from '../helpers/newsroom';

const ARTICLE = 'api::article.article';

interface Item {
  readonly documentId: string;
  readonly datePublished: string | null;
}

interface Feed {
  readonly data: readonly Item[];
  readonly meta: { readonly next: string | null; readonly previous: string | null };
}

/** Few dates, so that many articles share one. */
const date = fc.option(
  fc.integer({ min: 0, max: 5 }).map((hour) => new Date(Date.UTC(2021, 5, 5, hour))),
  { nil: null, freq: 6 },
);

/** Newest first, undated last, ties in the order of document ids. */
const inOrder = (items: readonly Item[]) =>
  [...items].sort((a, b) => {
    const [first, second] = [a, b].map(({ datePublished }) => (datePublished === null ? -Infinity : Date.parse(datePublished)));
    if (first !== second) return (second ?? 0) > (first ?? 0) ? 1 : -1;
    return a.documentId < b.documentId ? -1 : 1;
  });

describe('paging through the feed', () => {
  let newsroom: Newsroom;
  let serial = 0;

  beforeAll(async () => {
    process.env.ANSWER_CACHE_MS = '0';
    newsroom = await startNewsroom();
  });

  afterAll(async () => {
    Reflect.deleteProperty(process.env, 'ANSWER_CACHE_MS');
    await newsroom.stop();
  });

  const publish = (dates: readonly (Date | null)[]) =>
    createBulkWriter(newsroom.strapi, ARTICLE).create(
      dates.map((datePublished) => {
        serial += 1;
        return { locale: 'en', status: 'published' as const, data: { title: `Story ${serial}`, slug: `story-${serial}`, datePublished } };
      }),
    );

  const read = async (query: string): Promise<Feed> => {
    const { status, body } = await newsroom.get(`/api/feed?locale=en&${query}`);
    expect(status).toBe(200);
    return body as unknown as Feed;
  };

  const removeAll = async () => {
    const all = await newsroom.strapi.documents(ARTICLE).findMany({ locale: 'en', fields: ['documentId'] });
    await createBulkWriter(newsroom.strapi, ARTICLE).delete(all.map(({ documentId }) => ({ documentId, locale: '*' })));
  };

  it('meets every article once, in order, whatever is published and removed meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(date, { minLength: 1, maxLength: 25 }),
        fc.array(fc.record({ dates: fc.array(date, { maxLength: 3 }), removes: fc.boolean() }), { maxLength: 12 }),
        fc.integer({ min: 1, max: 6 }),
        async (before, meanwhile, limit) => {
          const standing = new Set(await publish(before));
          const steps = meanwhile.values();
          const met: Item[] = [];
          let after = '';
          for (;;) {
            const { data, meta } = await read(`limit=${limit}${after}`);
            met.push(...data);
            if (meta.next === null) break;
            after = `&after=${meta.next}`;
            const step = steps.next().value;
            if (step === undefined) continue;
            if (step.dates.length > 0) await publish(step.dates);
            const last = met.at(-1)?.documentId ?? '';
            if (step.removes) await newsroom.strapi.documents(ARTICLE).delete({ documentId: last, locale: '*' });
          }
          const ids = met.map(({ documentId }) => documentId);
          expect(new Set(ids).size).toBe(ids.length);
          expect(ids).toEqual(inOrder(met).map(({ documentId }) => documentId));
          for (const id of standing) expect(ids).toContain(id);

          const forward: Item[][] = [];
          for (let next: string | null = ''; next !== null;) {
            const page: Feed = await read(`limit=${limit}${next === '' ? '' : `&after=${next}`}`);
            forward.push([...page.data]);
            next = page.meta.next;
            if (next !== null) continue;
            const backward: Item[][] = [[...page.data]];
            for (let previous = page.meta.previous; previous !== null;) {
              const back: Feed = await read(`limit=${limit}&before=${previous}`);
              backward.unshift([...back.data]);
              previous = back.meta.previous;
            }
            expect(backward).toEqual(forward);
          }
          await removeAll();
        },
      ),
      { numRuns: 15, seed: 2026 },
    );
  }, 180_000);
});
