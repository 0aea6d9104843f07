import { rowsOf } from '../../src/plugins/importer/server/src/database/rows';
import { keepSlugsUnique } from '../../src/slugs/slug-index';
import { type Newsroom, startNewsroom } from '../helpers/newsroom';
import { isPostgres } from '../helpers/temporary-database';

const ARTICLE = 'api::article.article';
const CATEGORY = 'api::category.category';

/** What the databases say when a slug is taken. */
const SLUG_CONFLICT = isPostgres ? { code: '23505' } : { code: 'SQLITE_CONSTRAINT_UNIQUE' };

let newsroom: Newsroom;

beforeAll(async () => {
  newsroom = await startNewsroom();
});

afterAll(() => newsroom.stop());

const articles = () => newsroom.strapi.documents(ARTICLE);
const create = (title: string, status: 'draft' | 'published' = 'draft') => articles().create({ data: { title }, locale: 'ru', status });

interface Row {
  readonly documentId: string;
  readonly slug: string | null;
  readonly publishedAt: unknown;
}

const rowsOfDocument = (documentId: string) => rowsOf<Row>(newsroom.strapi, ARTICLE).findMany({ where: { documentId } });
const slugsOf = async (documentId: string) => new Set((await rowsOfDocument(documentId)).map(({ slug }) => slug));

/** Writes a slug past everything that gives slugs. */
const setSlug = (table: string, documentId: string, slug: string) =>
  newsroom.strapi.db.connection(table).where({ document_id: documentId }).update({ slug });

const dropIndex = (table: string) => newsroom.strapi.db.connection.raw(`drop index unique_slug_of_${table}`);

/**
 * Keeps back what the next look for articles finds, for whoever looks.
 *
 * @returns a promise of the look, and what hands its answer on.
 */
function keepBackOneLook(): { looked: Promise<void>; handOn: () => void } {
  const { db } = newsroom.strapi;
  const query = db.query.bind(db);
  let handOn: () => void = () => undefined;
  const handedOn = new Promise<void>((resolve) => (handOn = resolve));
  const looked = new Promise<void>((resolve) => {
    const spy = jest.spyOn(db, 'query').mockImplementation((uid) => {
      const rows = query(uid);
      if (uid !== ARTICLE) return rows;
      const findMany = async (parameters: Parameters<typeof rows.findMany>[0]): Promise<unknown[]> => {
        spy.mockRestore();
        const found: unknown[] = await rows.findMany(parameters);
        resolve();
        await handedOn;
        return found;
      };
      return { ...rows, findMany };
    });
  });
  return { looked, handOn };
}

// On SQLite nobody else writes from the look on.
(isPostgres ? test : test.skip)('whoever finds a slug free that another writes first takes the next number', async () => {
  const { looked, handOn } = keepBackOneLook();
  const slow = create('Наперегонки');
  await looked;
  expect((await create('Наперегонки')).slug).toBe('naperegonki');
  handOn();
  expect((await slow).slug).toBe('naperegonki-2');
});

test('articles that are made at once get different slugs, and so do their published versions', async () => {
  const made = await Promise.all(Array.from({ length: 6 }, () => create('Все сразу', 'published')));
  const slugs = await Promise.all(made.map(({ documentId }) => slugsOf(documentId)));
  expect(slugs.map(({ size }) => size)).toEqual([1, 1, 1, 1, 1, 1]);
  expect(new Set(slugs.flatMap((own) => [...own])).size).toBe(6);
});

test.each([
  ['drafts', { publishedAt: null }],
  ['published versions', { publishedAt: new Date() }],
])('the database takes no slug twice among %s of a language, and takes it in another', async (_what, publishedAt) => {
  const slug = `sam-po-sebe-${_what.length}`;
  const row = (documentId: string, locale: string) =>
    rowsOf(newsroom.strapi, ARTICLE).create({ data: { documentId: `${documentId}${_what}`, locale, title: 'Сам', slug, ...publishedAt } });
  await row('one', 'ru');
  await row('two', 'en');
  await expect(row('three', 'ru')).rejects.toMatchObject(SLUG_CONFLICT);
});

test('a draft whose slug another has published gets the next number when it is published', async () => {
  const holder = await create('Занято', 'published');
  const draft = await create('Свободно');
  await newsroom.strapi.db.connection('articles').where({ document_id: holder.documentId, published_at: null }).update({ slug: 'inache' });
  await setSlug('articles', draft.documentId, 'zanyato');

  await articles().publish({ documentId: draft.documentId, locale: 'ru' });
  expect(await slugsOf(draft.documentId)).toEqual(new Set(['zanyato-2']));

  await setSlug('articles', draft.documentId, 'zanyato-3');
  await articles().update({ documentId: draft.documentId, locale: 'ru', status: 'published', data: { lead: 'Слово' } });
  expect(await slugsOf(draft.documentId)).toEqual(new Set(['zanyato-3']));
});

test('a slug that can not be had is a refusal that says so, and nothing is written', async () => {
  const published = await create('Возврат', 'published');
  await articles().update({ documentId: published.documentId, locale: 'ru', data: { slug: 'drugoy-adres' } });
  const other = await create('Другая заметка');
  await setSlug('articles', other.documentId, 'vozvrat');

  const discarding = articles().discardDraft({ documentId: published.documentId, locale: 'ru' });
  await expect(discarding).rejects.toMatchObject({ name: 'ValidationError', details: { errors: [{ path: ['slug'] }] } });
  expect(await slugsOf(published.documentId)).toEqual(new Set(['vozvrat', 'drugoy-adres']));
});

test('slugs that stand twice in a database are numbered at the next start: the first that was published keeps its own', async () => {
  const draft = await create('Двойник черновик');
  const [first, second] = [await create('Двойник один', 'published'), await create('Двойник два', 'published')];
  const taken = await create('dvoynik-2', 'published');
  const elsewhere = await articles().create({ data: { title: 'dvoynik' }, locale: 'en' });
  await dropIndex('articles');
  for (const { documentId } of [draft, first, second]) await setSlug('articles', documentId, 'dvoynik');
  const standing = await rowsOfDocument(second.documentId);

  await keepSlugsUnique(newsroom.strapi);

  const slugs = await Promise.all([first, second, draft, taken, elsewhere].map(({ documentId }) => slugsOf(documentId)));
  expect(slugs.map((own) => [...own])).toEqual([['dvoynik'], ['dvoynik-3'], ['dvoynik-4'], ['dvoynik-2'], ['dvoynik']]);
  // The panel takes a document whose times differ for a modified one.
  expect(await rowsOfDocument(second.documentId)).toEqual(standing.map((row) => ({ ...row, slug: 'dvoynik-3' })));
  await expect(setSlug('articles', second.documentId, 'dvoynik')).rejects.toMatchObject(SLUG_CONFLICT);
});

test('rubrics have slugs of their own in the same way', async () => {
  const rubric = (name: string) => newsroom.strapi.documents(CATEGORY).create({ data: { name }, locale: 'ru' });
  const [first, second] = [await rubric('Море'), await rubric('Море и порт')];
  await expect(setSlug('categories', second.documentId, 'more')).rejects.toMatchObject(SLUG_CONFLICT);
  await dropIndex('categories');
  await setSlug('categories', second.documentId, 'more');
  await keepSlugsUnique(newsroom.strapi);
  const found = await newsroom.strapi.documents(CATEGORY).findMany({ locale: 'ru', sort: 'id' });
  expect(found).toMatchObject([
    { documentId: first.documentId, slug: 'more' },
    { documentId: second.documentId, slug: 'more-2' },
  ]);
});
