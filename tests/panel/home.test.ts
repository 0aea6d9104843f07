import { DateTime } from 'luxon';
import type { MonthCount } from '../../src/plugins/importer/shared/contracts/home';
import { type Newsroom, startNewsroom, temporaryFolder } from '../helpers/newsroom';
import { pageText, writePages } from '../helpers/page-text';
import { panelLogin } from '../helpers/panel-login';
import { publishStory, publishUndated } from '../helpers/published-stories';

const ARTICLE = 'api::article.article';
const BROWSER = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };

describe("the home page's figures", () => {
  let newsroom: Newsroom;
  let headers: Record<string, string>;

  beforeAll(async () => {
    Object.assign(process.env, { VIEWS_PER_MINUTE: '0' });
    newsroom = await startNewsroom();
    headers = await panelLogin(newsroom);
  });

  afterAll(() => newsroom.stop());

  const read = async (name: string) => {
    const { status, body } = await newsroom.get(`/importer/home/${name}`, headers);
    expect(status).toBe(200);
    return body.data;
  };

  const publish = async (title: string, datePublished: string, locale = 'en') =>
    newsroom.strapi.documents(ARTICLE).create({ data: { title, datePublished }, locale, status: 'published' });

  it('are nothing while there is nothing', async () => {
    expect([await read('last-import'), await read('most-read'), await read('months')]).toEqual([null, [], []]);
  });

  it('count the archive by month of the site, with months without an article', async () => {
    await newsroom.strapi.documents('api::site.site').create({ data: { timeZone: 'Asia/Baku' }, locale: 'ru' });
    // In Baku it is February already.
    await publish('New year', '2023-01-31T21:00:00.000Z');
    await publish('Same month, another language', '2023-02-10T08:00:00.000Z', 'ru');
    await publish('April', '2023-04-30T19:59:59.999Z', 'az');
    await publish('Mistyped', '1203-04-30T12:00:00.000Z');
    await publishUndated(newsroom, { title: 'Undated' });
    await publish('To come', DateTime.utc().plus({ years: 1 }).toISO());
    await newsroom.strapi.documents(ARTICLE).create({ data: { title: 'Draft', datePublished: '2023-03-01T12:00:00.000Z' }, locale: 'en' });

    expect(await read('months')).toEqual([
      { month: '2023-02', articles: 2 },
      { month: '2023-03', articles: 0 },
      { month: '2023-04', articles: 1 },
    ]);
  });

  it('count a large archive', async () => {
    const first = Date.UTC(2010, 0, 1);
    const rows = Array.from({ length: 100_000 }, (_, index) => ({
      ...{ article_id: 1_000_000 + index, document_id: `d${index}`, locale: ['ru', 'az', 'en'][index % 3] },
      newest_first: -(first + index * 4_000_000),
    }));
    await newsroom.strapi.db.connection.batchInsert('published_articles', rows, 100);
    const months = (await read('months')) as MonthCount[];
    expect(months.reduce((sum, { articles }) => sum + articles, 0)).toBe(100_003);
    expect(months[0]?.month).toBe('2010-01');
    await newsroom.strapi.db.connection('published_articles').where('article_id', '>=', 1_000_000).delete();
  });

  it('tell what was read most today, in every language', async () => {
    const documentIds = await Promise.all(['Read', 'Read more'].map((title) => publishStory(newsroom, { title })));
    for (const [place, times] of [1, 3].entries()) {
      for (let time = 0; time < times; time += 1) {
        const reader = { 'user-agent': `${BROWSER['user-agent']} reader/${place}-${time}` };
        await newsroom.send('post', `/api/articles/${documentIds[place]}/views`, {}, reader);
      }
    }
    expect(await read('most-read')).toEqual([
      { documentId: documentIds[1], locale: 'en', title: 'Read more', views: 3 },
      { documentId: documentIds[0], locale: 'en', title: 'Read', views: 1 },
    ]);
  });

  it('tell of the last import, and of no preview', async () => {
    const folder = temporaryFolder();
    writePages(folder, { '1.txt': pageText(), '2.txt': pageText({ title: 'Мост закрыт', meta: null }) });
    const { run } = await newsroom.importPages([folder]);
    await newsroom.importPages([folder], { dryRun: true });
    expect(await read('last-import')).toMatchObject({
      id: run,
      kind: 'import',
      state: 'finished',
      counts: { pages: 2, created: 1, quarantined: 1 },
    });
  });

  it('are for those who have signed in', async () => {
    for (const name of ['last-import', 'most-read', 'months']) expect((await newsroom.get(`/importer/home/${name}`)).status).toBe(401);
  });
});
