import { setTimeout as wait } from 'node:timers/promises';
import { apiToken } from '../helpers/api-token';
import { type Newsroom, startNewsroom } from '../helpers/newsroom';
import { panelLogin } from '../helpers/panel-login';

const ARTICLE = 'api::article.article';
const CONTENT = `/content-manager/collection-types/${ARTICLE}`;
const OLD = '2001-02-03T04:05:06.000Z';

const text = (value: string) => ({ type: 'text', text: value });
const paragraph = (...values: readonly string[]) => ({ type: 'paragraph', children: values.map(text) });

/** A body whose first paragraph with a text is its fifth block. */
const BODY = [
  { type: 'heading', level: 2, children: [text('A heading')] },
  { type: 'list', format: 'unordered', children: [{ type: 'list-item', children: [text('An item')] }] },
  { type: 'quote', children: [text('A quote')] },
  paragraph('  ', '\u200B\u00A0'),
  {
    type: 'paragraph',
    children: [text('Boats  '), { type: 'link', url: 'https://boats.example/', children: [text('came')] }, text(' home.')],
  },
  paragraph('They were late.'),
];
const LEAD = 'Boats came home.';

interface Version {
  readonly datePublished: string | null;
  readonly lead: string | null;
  readonly updatedAt: string;
}

describe('first publishing', () => {
  let newsroom: Newsroom;
  let panel: Record<string, string>;
  let token: Record<string, string>;
  let begun = 0;

  beforeAll(async () => {
    process.env.ANSWER_CACHE_MS = '0';
    newsroom = await startNewsroom();
    panel = await panelLogin(newsroom);
    token = await apiToken(newsroom);
    await newsroom.importPages(['seeds']);
  });

  beforeEach(() => {
    begun = Date.now();
  });

  afterAll(() => newsroom.stop());

  const documents = () => newsroom.strapi.documents(ARTICLE);

  const versions = async (documentId: string, locale: string) => {
    const read = async (status: 'draft' | 'published') => (await documents().findOne({ documentId, locale, status })) as Version | null;
    return { draft: await read('draft'), published: await read('published') };
  };

  /** Both versions hold the date of now and the lead, and the panel tells no difference between them. */
  const expectComplete = async (documentId: string, locale: string, lead: string | null = LEAD) => {
    const { draft, published } = await versions(documentId, locale);
    const date = new Date(published?.datePublished ?? 0).getTime();
    expect(date).toBeGreaterThanOrEqual(begun);
    expect(date).toBeLessThanOrEqual(Date.now());
    expect(published?.lead ?? null).toBe(lead);
    expect([draft?.datePublished, draft?.lead]).toEqual([published?.datePublished, published?.lead]);
    const shown = await newsroom.get(`${CONTENT}/${documentId}?locale=${locale}`, panel);
    expect((shown.body.data as { status: string }).status).toBe('published');
  };

  const titles = async (address: string) => ((await newsroom.get(address)).body.data as { title: string }[]).map(({ title }) => title);

  it('in the panel gives date and lead: the article is first in the feed, in RSS and in the news sitemap', async () => {
    const data = { title: 'Newest of all', body: BODY };
    const saved = await newsroom.send('post', `${CONTENT}?locale=en`, data, panel);
    const { documentId } = saved.body.data as { documentId: string };
    expect((await versions(documentId, 'en')).draft).toMatchObject({ datePublished: null, lead: null });
    const { status } = await newsroom.send('post', `${CONTENT}/${documentId}/actions/publish?locale=en`, data, panel);
    expect(status).toBe(200);
    await expectComplete(documentId, 'en');
    expect((await titles('/api/feed?locale=en&limit=2'))[0]).toBe('Newest of all');
    expect((await newsroom.get('/feed/rss.xml?locale=en')).text.match(/<item>\s*<title>([^<]*)/)?.[1]).toBe('Newest of all');
    expect((await newsroom.get('/sitemap-news.xml?locale=en')).text).toContain('Newest of all');
  });

  it('of what the panel has not saved yet, and of many at once, does so too', async () => {
    const made = await newsroom.send('post', `${CONTENT}/actions/publish?locale=en`, { title: 'At once', body: BODY }, panel);
    await expectComplete((made.body.data as { documentId: string }).documentId, 'en');

    const drafts = [1, 2].map((number) => documents().create({ data: { title: `Of many ${number}`, body: BODY as never }, locale: 'en' }));
    const documentIds = (await Promise.all(drafts)).map(({ documentId }) => documentId);
    const answer = await newsroom.send('post', `${CONTENT}/actions/bulkPublish?locale=en`, { documentIds }, panel);
    expect(answer.status).toBe(200);
    for (const documentId of documentIds) await expectComplete(documentId, 'en');
  });

  it('over REST does so, when an article is made and when a locale is added', async () => {
    const made = await newsroom.send('post', '/api/articles?locale=en', { data: { title: 'Over REST', body: BODY, lead: '  ' } }, token);
    const { documentId } = made.body.data as { documentId: string };
    await expectComplete(documentId, 'en');

    const first = (await versions(documentId, 'en')).published;
    await wait(5);
    begun = Date.now();
    const added = { data: { title: 'По-русски', body: [paragraph('Лодки пришли.')] } };
    expect((await newsroom.send('put', `/api/articles/${documentId}?locale=ru`, added, token)).status).toBe(200);
    await expectComplete(documentId, 'ru', 'Лодки пришли.');
    expect((await versions(documentId, 'en')).published?.datePublished).toBe(first?.datePublished);
  });

  it('by the Document Service does so in each locale that is published, and in no other', async () => {
    const { documentId } = await documents().create({ data: { title: 'In three', body: BODY as never }, locale: 'en' });
    await documents().update({ documentId, locale: 'az', data: { title: 'Üç dildə', body: BODY as never } });
    await documents().update({ documentId, locale: 'ru', data: { title: 'На трёх', body: BODY as never } });
    await documents().publish({ documentId, locale: 'az' });
    await expectComplete(documentId, 'az');
    expect((await versions(documentId, 'en')).draft).toMatchObject({ datePublished: null, lead: null });

    const before = (await versions(documentId, 'az')).published?.datePublished;
    await wait(5);
    begun = Date.now();
    await documents().publish({ documentId, locale: '*' });
    await expectComplete(documentId, 'en');
    await expectComplete(documentId, 'ru');
    expect((await versions(documentId, 'az')).published?.datePublished).toBe(before);
  });

  it('without a named locale is that of the default one', async () => {
    const { documentId } = await documents().create({ data: { title: 'Без языка', body: BODY as never } });
    await documents().publish({ documentId });
    await expectComplete(documentId, 'ru');
  });

  it('leaves a date and a lead that are there, and finds no lead where there is no paragraph', async () => {
    const data = { title: 'An old one', datePublished: OLD, lead: 'As written', body: BODY as never };
    const { documentId } = await documents().create({ data, locale: 'en', status: 'published' });
    expect((await versions(documentId, 'en')).published).toMatchObject({ datePublished: OLD, lead: 'As written' });
    for (const body of [undefined, null, [], BODY.slice(0, 4)]) {
      const made = await documents().create({ data: { title: 'No paragraph', body: body as never }, locale: 'en', status: 'published' });
      await expectComplete(made.documentId, 'en', null);
    }
  });

  it('is the first one only: what is taken away later stays away', async () => {
    const { documentId } = await documents().create({ data: { title: 'Undated', body: BODY as never }, locale: 'en', status: 'published' });
    const data = { datePublished: null, lead: null };
    await documents().update({ documentId, locale: 'en', data: data as never, status: 'published' });
    await documents().publish({ documentId, locale: 'en' });
    expect(await versions(documentId, 'en')).toMatchObject({ draft: data, published: data });
  });

  it('that is refused changes nothing', async () => {
    const { documentId } = await documents().create({ data: { body: BODY } as never, locale: 'en' });
    await expect(documents().publish({ documentId, locale: 'en' })).rejects.toThrow('title must be');
    expect((await versions(documentId, 'en')).draft).toMatchObject({ datePublished: null, lead: null });
  });

  it('leaves what an import set as it is, when an editor publishes it again', async () => {
    const imported = await documents().findMany({ locale: 'en', filters: { datePublished: { $lt: '2024-12-31' } }, limit: 3 });
    expect(imported.length).toBe(3);
    for (const { documentId, datePublished, lead } of imported) {
      await documents().update({ documentId, locale: 'en', data: { byline: 'Ayla' }, status: 'published' });
      expect((await versions(documentId, 'en')).published).toMatchObject({ datePublished, lead });
    }
  });
});
