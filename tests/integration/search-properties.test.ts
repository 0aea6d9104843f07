import fc from 'fast-check';
import { createBulkWriter } from '../../src/plugins/importer/server/src/bulk/bulk-writer';
import { indexerOf } from '../../src/search/index/indexer';
import { blocks } from '../helpers/blocks';
import { type Newsroom, startNewsroom } from '../helpers/newsroom';
import { publishStory } from '../helpers/published-stories';
import { isPostgres } from '../helpers/temporary-database';

const ARTICLE = 'api::article.article';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        '"',
        '-',
        '«',
        '»',
        '(',
        ')',
        '*',
        ':',
        '^',
        'OR',
        'NOT',
        'NEAR(',
        "'",
        '\\',
        '&',
        '|',
        '!',
        '<->',
        '<b>',
        ' ',
        'bold',
        'İ',
        'мост',
      ),
      {
        maxLength: 20,
      },
    )
    .map((parts) => parts.join('')),
);

/** HTML that shows text and marks, and nothing else. */
const SAFE = /^(?:[^<>"'&]|&(?:amp|lt|gt|quot|#39);|<mark>(?:[^<>"'&]|&(?:amp|lt|gt|quot|#39);)+<\/mark>)*$/u;

interface Found {
  readonly data: readonly { readonly highlight: { readonly title: string; readonly text: string } }[];
}

const operation = fc.record({
  kind: fc.constantFrom(
    'create',
    'create',
    'draft',
    'bulk',
    'update',
    'category',
    'publish',
    'unpublish',
    'delete',
    'bulk delete',
    'index',
  ),
  article: fc.nat(20),
  locale: fc.constantFrom('ru', 'az', 'en'),
  title: fc.constantFrom('Мост открыт', 'Şəhər', 'Bridges & boats', 'A <b>bold</b> mark'),
  date: fc.constantFrom(null, '2020-01-01T00:00:00.000Z', '2020-01-01T00:00:00.500Z', '2023-05-05T10:00:00.000Z'),
  body: blocks,
});

interface Place {
  readonly documentId: string;
  readonly locale: string;
}

type Content = Readonly<Record<string, unknown>>;
type Operation = typeof operation extends fc.Arbitrary<infer Value> ? Value : never;

describe('search, whatever happens', () => {
  let newsroom: Newsroom;
  let category = '';

  beforeAll(async () => {
    Object.assign(process.env, { ANSWER_CACHE_MS: '0', SEARCHES_PER_MINUTE: '0' });
    newsroom = await startNewsroom();
    category = (await newsroom.strapi.documents('api::category.category').create({ data: { name: 'Culture' }, locale: 'en' })).documentId;
    for (const locale of ['ru', 'az', 'en']) {
      await publishStory(newsroom, {
        title: `<b>bold</b> & "мост" İ ${locale}`,
        body: `<script>bold</script> 'мост' -->]]> İ\u0007 ${'x'.repeat(300)}`,
        locale,
      });
    }
  });

  afterAll(() => newsroom.stop());

  it('takes anything that is typed, and answers with safe HTML', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (q) => {
        const { status, body } = await newsroom.get(`/api/search?q=${encodeURIComponent(q.replace(/\p{Surrogate}/gu, ''))}`);
        expect([200, 400]).toContain(status);
        for (const { highlight } of status === 200 ? (body as unknown as Found).data : []) {
          expect(highlight.title).toMatch(SAFE);
          expect(highlight.text).toMatch(SAFE);
        }
      }),
      { numRuns: 250 },
    );
  });

  const all = async (sql: string) => {
    const answer = (await newsroom.strapi.db.connection.raw(sql)) as unknown;
    return (Array.isArray(answer) ? answer : (answer as { rows: unknown[] }).rows) as Record<string, unknown>[];
  };

  /** The whole index, without the numbers of its order. */
  const dump = async () => {
    await indexerOf(newsroom.strapi).finish();
    if (isPostgres) {
      const rows = await all('select document_id, locale, headline, lead, words::text as words, ord / 16384 as second from search_entries');
      return rows.map((row) => JSON.stringify(row)).sort();
    }
    await newsroom.strapi.db.connection.raw(
      'create virtual table if not exists temp.search_vocabulary using fts5vocab(main, search_words, instance)',
    );
    const entries = await all('select document_id, locale, headline, lead, ord / 16384 as second from search_entries');
    const words = await all(
      'select e.document_id, e.locale, v.term, v.col, v."offset" from temp.search_vocabulary v left join search_entries e on e.ord = v.doc',
    );
    return [...entries, ...words].map((row) => JSON.stringify(row)).sort();
  };

  it('is what indexing all anew would make', async () => {
    const { strapi } = newsroom;
    const articles = strapi.documents(ARTICLE);
    const writer = createBulkWriter(strapi, ARTICLE);
    const known: Place[] = [];
    let made = 0;

    const make = async (kind: string, data: Content, locale: string) => {
      if (kind === 'bulk')
        return (await writer.create([{ locale, status: 'published', data: { ...data, slug: `bulk-${(made += 1)}` } }]))[0] ?? '';
      const status = kind === 'create' ? 'published' : 'draft';
      return (await articles.create({ data: data as never, locale, status })).documentId;
    };
    const change: Readonly<Record<string, (place: Place, data: Content) => Promise<unknown>>> = {
      update: (place, data) => articles.update({ ...place, data: data as never, status: 'published' }),
      category: (place) => articles.update({ ...place, data: { category } as never, status: 'published' }),
      publish: (place) => articles.publish(place),
      unpublish: (place) => articles.unpublish(place),
      delete: (place) => articles.delete(place),
      'bulk delete': ({ documentId }) => writer.delete([{ documentId, locale: '*' }]),
    };

    const apply = async ({ kind, article, locale, title, date, body }: Operation) => {
      const data = { title, lead: `${title} lead`, datePublished: date, body: kind === 'bulk' ? null : body };
      const place = known[article % Math.max(1, known.length)];
      if (kind === 'index') return indexerOf(strapi).catchUp();
      if (['create', 'draft', 'bulk'].includes(kind)) return known.push({ documentId: await make(kind, data, locale), locale });
      const stands = place !== undefined && (await strapi.db.query(ARTICLE).count({ where: { ...place } })) > 0;
      return stands ? change[kind]?.(place, data) : undefined;
    };

    await fc.assert(
      fc.asyncProperty(fc.array(operation, { minLength: 5, maxLength: 15 }), async (operations) => {
        // Blocks that Strapi's validator refuses change nothing.
        for (const one of operations) await apply(one).catch((cause: unknown) => expect(cause).toMatchObject({ name: 'ValidationError' }));
        const kept = await dump();
        await all('delete from search_entries');
        if (!isPostgres) await all('delete from search_words');
        await all('insert into search_queue (document_id, locale) select document_id, locale from articles where published_at is not null');
        expect(kept).toEqual(await dump());
      }),
      { numRuns: 8 },
    );
  }, 120_000);
});
