import { panelLogin } from '../helpers/panel-login';
import { type Newsroom, startNewsroom } from '../helpers/newsroom';
import { publishStory } from '../helpers/published-stories';

const TITLES = ['Почему закрыли рынок', 'ТРАНСПОРТ И ПОГОДА', 'İşıq söndü', 'Ёлка на площади', 'Straße am Meer', 'Plain words'];

const RUBRICS = ['Спорт', 'Транспорт'];

type Headers = Readonly<Record<string, string>>;

describe('letters of all alphabets, capital or small, on either database', () => {
  let newsroom: Newsroom;
  let headers: Headers;
  let story: string;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    for (const title of TITLES) story = await publishStory(newsroom, { title, locale: 'ru' });
    for (const name of RUBRICS) await newsroom.strapi.documents('api::category.category').create({ data: { name }, locale: 'ru' });
    headers = await panelLogin(newsroom);
  });

  afterAll(() => newsroom.stop());

  test.each([
    ['$containsi', 'почему', ['Почему закрыли рынок']],
    ['$containsi', 'ПОЧЕМУ ЗАКРЫЛИ', ['Почему закрыли рынок']],
    ['$containsi', 'транспорт', ['ТРАНСПОРТ И ПОГОДА']],
    ['$containsi', 'işıq', ['İşıq söndü']],
    ['$containsi', 'IŞIQ', []],
    ['$containsi', 'ёЛКА', ['Ёлка на площади']],
    ['$containsi', 'елка', []],
    ['$containsi', 'STRASSE', []],
    ['$containsi', '_', []],
    ['$containsi', '%', []],
    ['$notContainsi', 'О', ['İşıq söndü', 'Straße am Meer', 'Plain words']],
    ['$eqi', 'почему ЗАКРЫЛИ рынок', ['Почему закрыли рынок']],
    ['$eqi', 'почему', []],
    ['$nei', 'ПОЧЕМУ ЗАКРЫЛИ РЫНОК', TITLES.slice(1)],
    ['$startsWithi', 'транс', ['ТРАНСПОРТ И ПОГОДА']],
    ['$startsWithi', 'погода', []],
    ['$endsWithi', 'РЫНОК', ['Почему закрыли рынок']],
    ['$endsWithi', 'погода', ['ТРАНСПОРТ И ПОГОДА']],
  ])('filters: %s %j', async (operator, value, found) => {
    const address = `/api/articles?filters[title][${operator}]=${encodeURIComponent(value)}&fields=title&sort=id`;
    const { body } = await newsroom.get(address);
    expect((body.data as { title: string }[]).map(({ title }) => title).sort()).toEqual([...found].sort());
  });

  it('filters in GraphQL', async () => {
    const { body } = await newsroom.graphql('{ articles(locale: "ru", filters: { title: { containsi: "ПОЧЕМУ" } }) { title } }');
    expect(body.data).toEqual({ articles: [{ title: 'Почему закрыли рынок' }] });
  });

  test.each([
    ['почему', ['Почему закрыли рынок']],
    ['ПОГОДА', ['ТРАНСПОРТ И ПОГОДА']],
    ['погода', ['ТРАНСПОРТ И ПОГОДА']],
    ['ИСТОЧНИК', []],
  ])('the list of articles is searched for %j', async (query, found) => {
    const list = `/content-manager/collection-types/api::article.article?plugins[i18n][locale]=ru&locale=ru&_q=${encodeURIComponent(query)}`;
    const { status, body } = await newsroom.get(list, headers);
    expect(status).toBe(200);
    expect((body.results as { title: string }[]).map(({ title }) => title)).toEqual(found);
  });

  it('a rubric is picked', async () => {
    const picker = `/content-manager/relations/api::article.article/category?id=${story}&locale=ru&pageSize=10&_q=${encodeURIComponent('спорт')}`;
    const { status, body } = await newsroom.get(picker, headers);
    expect(status).toBe(200);
    expect((body.results as { name: string }[]).map(({ name }) => name).sort()).toEqual(RUBRICS);
  });
});
