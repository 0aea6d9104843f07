import { statementsOf } from '../helpers/statements-of';
import { AUTHORS, dayOf, DAYS, TAGS, useTaggedNewsroom } from '../helpers/tagged-newsroom';

const FIELDS = 'title dateModified byline originalUrl tags { name slug } authors { name slug } cover { url }';

const WHOLE = {
  title: `Day ${DAYS}`,
  dateModified: dayOf(DAYS + 1),
  byline: `By ${DAYS}`,
  originalUrl: `https://old.example/${DAYS}`,
  tags: TAGS,
  authors: AUTHORS,
  cover: { url: '/uploads/sea.png' },
};

/** Queries for the newest article, by each way to it. */
const WAYS: Readonly<Record<string, string>> = {
  newsFeed: `newsFeed(locale: "en", first: 1) { edges { node { ${FIELDS} } } }`,
  searchNews: `searchNews(q: "lighthouse", locale: "en", first: 1) { edges { node { ${FIELDS} } } }`,
  mostRead: `mostRead(locale: "en", first: 1) { ${FIELDS} }`,
  articleBySlug: `articleBySlug(slug: "day-${DAYS}", locale: "en") { ${FIELDS} }`,
  next: `articleBySlug(slug: "day-${DAYS - 1}", locale: "en") { next(first: 1) { ${FIELDS} } }`,
  previous: `articleBySlug(slug: "day-${DAYS}", locale: "en") { previous(first: 1) { next(first: 1) { ${FIELDS} } } }`,
  articles: `articles(locale: "en", sort: "datePublished:desc", pagination: { limit: 1 }) { ${FIELDS} }`,
  'articles by tag and author': `articles(locale: "en", sort: "datePublished:desc", pagination: { limit: 1 },
    filters: { tags: { slug: { in: ["sea", "boats"] } }, authors: { name: { contains: "Nina" } } }) { ${FIELDS} }`,
};

describe('tags and authors over GraphQL', () => {
  const open = useTaggedNewsroom();

  const ask = async (query: string) => {
    const { status, body, text } = await open.newsroom.graphql(query);
    expect([status, text]).toEqual([200, expect.not.stringContaining('"errors"')]);
    return body.data;
  };

  it.each(Object.keys(WAYS))('stand with articles, in the order of their editors: %s', async (way) => {
    const text = JSON.stringify(await ask(`{ ${WAYS[way] ?? ''} }`));
    expect(text).toContain(JSON.stringify(WHOLE));
    expect(text.split('"dateModified"')).toHaveLength(2);
  });

  it('are listed by themselves, as categories are', async () => {
    const answer = await ask(`{
      tags(locale: "en", sort: "name", filters: { slug: { ne: "nowhere" } }) { name slug localizations { name } }
      tags_connection(locale: "en") { pageInfo { total } }
      authors(locale: "en", sort: "slug:desc") { name }
      tag(documentId: "${open.tags[1]}", locale: "en") { name }
    }`);
    expect(answer).toEqual({
      tags: ['Boats', 'Sea'].map((name) => ({ name, slug: name.toLowerCase(), localizations: [] })),
      tags_connection: { pageInfo: { total: 3 } },
      authors: AUTHORS.map(({ name }) => ({ name })),
      tag: { name: 'Sea' },
    });
  });

  it.each([
    ['articles(sort: "tags.localizations.name") { title }', /^sort /],
    ['articles(filters: { tags: { localizations: { name: { eq: "x" } } } }) { title }', /localizations/],
    ['articles { tags(sort: "name") { name } }', /Unknown argument/],
    ['tags { articles { title } }', /Cannot query field/],
  ])('are not asked for what would lead further: %s', async (query, message) => {
    const { body } = await open.newsroom.graphql(`{ ${query} }`);
    expect(body.errors[0].message).toMatch(message);
  });

  it.each(['createTag(data: { name: "x" }) { name }', 'deleteAuthor(documentId: "x") { documentId }'])(
    'are not written: %s',
    async (mutation) => {
      const { body } = await open.newsroom.graphql(`mutation { ${mutation} }`);
      expect(body.errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    },
  );

  it('are looked up for all articles at once, wherever these stand', async () => {
    const linked = 'tags { name localizations { name } } authors { name localizations { name } }';
    const nested = `title ${linked} previous(first: 2) { title ${linked} } next(first: 2) { ${linked} }`;
    for (const list of [
      (length: number) => `articles(locale: "en", pagination: { limit: ${length} }) { ${nested} }`,
      (length: number) => `newsFeed(locale: "en", first: ${length}) { edges { node { ${nested} } } }`,
      (length: number) => `searchNews(q: "lighthouse", first: ${length}) { edges { node { title ${linked} } } }`,
    ]) {
      const linking = async (length: number) => {
        const statements = await statementsOf(open.newsroom, () => ask(`{ ${list(length)} }`));
        return statements.filter((sql) => /tags|authors/.test(sql));
      };
      const [few, many] = [await linking(2), await linking(6)];
      expect(few.length).toBeGreaterThanOrEqual(4);
      expect(many.length).toBe(few.length);
    }
  });

  it('fit into a feed of 100 with all that it has, and not into lists of lists', async () => {
    const all = `documentId slug lead views locale category { name slug } ${FIELDS}`;
    await ask(`{ newsFeed(locale: "en", first: 100) { edges { node { ${all} } } } }`);
    const flood = 'tags { localizations { localizations { name } } } authors { localizations { name } }';
    const { status, body } = await open.newsroom.graphql(`{ newsFeed(locale: "en", first: 100) { edges { node { ${flood} } } } }`);
    expect([status, body.errors[0].extensions.code]).toEqual([400, 'QUERY_TOO_COSTLY']);
  });
});
