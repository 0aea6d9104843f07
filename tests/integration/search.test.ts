import { type Newsroom, startNewsroom } from '../helpers/newsroom';
import { publishStory, type TestStory } from '../helpers/published-stories';

const ARTICLE = 'api::article.article';

interface Found {
  readonly data: readonly {
    readonly title: string;
    readonly documentId: string;
    readonly highlight: { readonly title: string; readonly text: string };
  }[];
  readonly meta: { readonly limit: number; readonly next: string | null };
}

describe('search', () => {
  let newsroom: Newsroom;

  const search = async (q: string, others = ''): Promise<Found> => {
    const { status, text, body } = await newsroom.get(`/api/search?q=${encodeURIComponent(q)}${others}`);
    expect([status, text]).toEqual([200, expect.anything()]);
    return body as unknown as Found;
  };
  const titles = async (q: string, others = '') => (await search(q, others)).data.map(({ title }) => title);
  const publish = (story: TestStory) => publishStory(newsroom, story);

  beforeAll(async () => {
    Object.assign(process.env, { ANSWER_CACHE_MS: '0', SEARCHES_PER_MINUTE: '0' });
    newsroom = await startNewsroom();
    const { documentId: sport } = await newsroom.strapi
      .documents('api::category.category')
      .create({ data: { name: 'Sport' }, locale: 'en' });
    const stories: TestStory[] = [
      { title: 'The lighthouse keeper retires', body: 'He kept the harbour light for forty years.', datePublished: '2020-01-01T10:00:00Z' },
      {
        title: 'A quiet week',
        lead: 'No news is good news',
        body: 'Nothing but the lighthouse was seen in the fog.',
        datePublished: '2023-01-01T10:00:00Z',
      },
      {
        title: 'Ferry fares',
        lead: 'The lighthouse ferry costs more',
        body: 'Tickets rise by 10%.',
        datePublished: '2022-01-01T10:00:00Z',
      },
      { title: 'Regatta won', body: 'Two boats raced past the harbour wall.', category: sport, datePublished: '2021-05-05T10:00:00Z' },
      {
        title: 'О положении в Карабахском регионе',
        body: 'Мосты через реку открыты.\nЛюди вернулись домой.',
        locale: 'ru',
        datePublished: '2023-09-20T04:50:00Z',
      },
      {
        title: 'Bakıda yeni körpü açıldı',
        body: 'Şəhərin sakinləri İÇƏRİŞƏHƏRƏ gəldi.',
        locale: 'az',
        datePublished: '2023-02-03T04:50:00Z',
      },
    ];
    for (const story of stories) await publish(story);
    await newsroom.strapi.documents(ARTICLE).create({ data: { title: 'A draft of the lighthouse' }, locale: 'en' });
  });

  afterAll(() => newsroom.stop());

  it('finds published articles by headline, lead and body, in that order', async () => {
    expect(await titles('lighthouse')).toEqual(['The lighthouse keeper retires', 'Ferry fares', 'A quiet week']);
  });

  it('needs all words, knows phrases, and leaves out what has a minus', async () => {
    expect(await titles('lighthouse harbour')).toEqual(['The lighthouse keeper retires']);
    expect(await titles('"harbour light"')).toEqual(['The lighthouse keeper retires']);
    expect(await titles('"light harbour"')).toEqual([]);
    expect(await titles('lighthouse -ferry')).toEqual(['The lighthouse keeper retires', 'A quiet week']);
    expect(await titles('lighthouse -"harbour light" -«lighthouse ferry»')).toEqual(['A quiet week']);
    expect(await titles('-lighthouse')).toEqual([]);
    expect(await titles('harbour" OR "ferry')).toEqual([]);
  });

  it.each(['карабах', 'Карабаха', 'КАРАБАХЕ', 'карабахская', 'положение регион', 'мост', 'человек -река', 'вернулся'])(
    'finds Russian words in whichever form: %s',
    async (q) => {
      const expected = q.startsWith('человек') ? [] : ['О положении в Карабахском регионе'];
      expect(await titles(q)).toEqual(expected);
    },
  );

  it.each(['Bakı', 'BAKI', 'baki', 'BAKIDA', 'körpü', 'KORPU', 'şəhər', 'seherde', 'SƏHƏR', 'içərişəhər', 'İçərişəhərdə'])(
    'finds Azerbaijani words however they are written: %s',
    async (q) => {
      expect(await titles(q)).toEqual(['Bakıda yeni körpü açıldı']);
    },
  );

  it('filters by language, category and dates', async () => {
    expect(await titles('harbour')).toEqual(['Regatta won', 'The lighthouse keeper retires']);
    expect(await titles('harbour', '&category=sport')).toEqual(['Regatta won']);
    expect(await titles('harbour', '&category=sport&locale=en')).toEqual(['Regatta won']);
    expect(await titles('harbour', '&locale=ru')).toEqual([]);
    expect(await titles('harbour', '&from=2021-05-05')).toEqual(['Regatta won']);
    expect(await titles('harbour', '&to=2021-05-04')).toEqual(['The lighthouse keeper retires']);
    expect(await titles('harbour', '&from=2021-05-05T10:00:00Z&to=2021-05-05')).toEqual(['Regatta won']);
    expect(await titles('harbour', '&from=2021-05-05T10:00:01Z')).toEqual([]);
    expect(await titles('harbour', '&from=2100-01-01')).toEqual([]);
  });

  it('shows what was found, as safe HTML', async () => {
    await publish({ title: 'Is <b>bold</b> & "brave" o\'clock', body: `${'Long before. '.repeat(30)}<script>alert(1)</script> bold!` });
    const [first] = (await search('bold')).data;
    expect(first?.highlight.title).toBe('Is &lt;b&gt;<mark>bold</mark>&lt;/b&gt; &amp; &quot;brave&quot; o&#39;clock');
    expect(first?.highlight.text).toMatch(/^… .*&lt;script&gt;alert\(1\)&lt;\/script&gt; <mark>bold<\/mark>!$/);
  });

  it('is paged with cursors that hold for one search only', async () => {
    for (let day = 10; day < 20; day += 1) {
      await publish({
        title: day % 2 === 0 ? `Pelican ${day}` : `Bird ${day}`,
        body: 'A pelican.',
        datePublished: `2019-01-${day}T00:00:00Z`,
      });
    }
    const all = await titles('pelican');
    expect(all).toEqual([18, 16, 14, 12, 10].map((day) => `Pelican ${day}`).concat([19, 17, 15, 13, 11].map((day) => `Bird ${day}`)));
    const paged: string[] = [];
    let after: string | null = '';
    while (after !== null) {
      const page = await search('pelican', `&limit=3${after === '' ? '' : `&after=${after}`}`);
      paged.push(...page.data.map(({ title }) => title));
      if (after === '') await publish({ title: 'Pelican of today', body: 'A pelican.', datePublished: '2024-01-01T00:00:00Z' });
      after = page.meta.next;
    }
    expect(paged).toEqual(all);
    const { next } = (await search('pelican', '&limit=3')).meta;
    expect((await newsroom.get(`/api/search?q=bird&limit=3&after=${next}`)).status).toBe(400);
    expect((await newsroom.get(`/api/search?q=pelican&limit=3&after=${next?.slice(0, -2)}AA`)).status).toBe(400);
  });

  it('follows whatever happens to an article', async () => {
    const { documents } = newsroom.strapi;
    const documentId = await publish({ title: 'Walrus seen', body: 'On the beach.' });
    expect(await titles('walrus')).toEqual(['Walrus seen']);
    await documents(ARTICLE).update({ documentId, locale: 'en', data: { title: 'Seal seen' } });
    expect(await titles('walrus')).toEqual(['Walrus seen']);
    await documents(ARTICLE).publish({ documentId, locale: 'en' });
    expect([await titles('walrus'), await titles('seal')]).toEqual([[], ['Seal seen']]);
    const sport = (await newsroom.strapi.documents('api::category.category').findFirst({ locale: 'en' }))?.documentId ?? '';
    expect(await titles('seal', '&category=sport')).toEqual([]);
    await documents(ARTICLE).update({ documentId, locale: 'en', data: { category: sport } as never, status: 'published' });
    expect(await titles('seal', '&category=sport')).toEqual(['Seal seen']);
    await documents(ARTICLE).unpublish({ documentId, locale: 'en' });
    expect(await titles('seal')).toEqual([]);
    await documents(ARTICLE).publish({ documentId, locale: 'en' });
    expect(await titles('seal')).toEqual(['Seal seen']);
    await documents(ARTICLE).delete({ documentId, locale: '*' });
    expect(await titles('seal')).toEqual([]);
  });

  it.each([
    ['', 'q'],
    ['?q=', 'q'],
    [`?q=${'a'.repeat(201)}`, 'q'],
    ['?q=%EF%BF%BD%00', undefined],
    ['?q=a&limit=101', 'limit'],
    ['?q=a&limit=0', 'limit'],
    ['?q=a&from=yesterday', 'from'],
    ['?q=a&to=2020-13-01', 'to'],
    ['?q=a&locale=%27', 'locale'],
    ['?q=a&q=b', 'q'],
    ['?q[$ne]=a', 'q'],
    ['?q=a&unknown=1', 'unknown'],
  ])('refuses %s', async (query, param) => {
    const { status, body } = await newsroom.get(`/api/search${query}`);
    expect([status, body]).toEqual([
      400,
      expect.objectContaining({
        data: null,
        error: expect.objectContaining({
          name: 'ValidationError',
          details: param === undefined ? {} : { source: 'query', param },
        }) as object,
      }),
    ]);
  });

  it('knows no category that is none', async () => {
    expect((await newsroom.get('/api/search?q=a&category=nothing')).status).toBe(404);
  });
});
