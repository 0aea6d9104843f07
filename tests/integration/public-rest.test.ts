import { rowsOf } from '../../src/plugins/importer/server/src/database/rows';
import { apiToken } from '../helpers/api-token';
import { SECRET, usePublicNewsroom } from '../helpers/public-newsroom';

/** What a request can say to be shown a draft. */
const DRAFT_QUERIES = [
  'status=draft',
  'publicationFilter=never-published',
  'publicationFilter=modified&status=draft',
  'publicationFilter=never-published-document&status=draft',
  'hasPublishedVersion=false&status=draft',
  'filters[publishedAt][$null]=true&status=draft',
];

const REFUSED_QUERIES = [
  'populate=createdBy',
  'populate[localizations][populate]=*',
  'populate[category][populate]=localizations',
  'populate[category][filters][name]=x',
  'populate[cover][populate]=related',
  'populate=category.localizations',
  'populate[localizations][filters][title][$startsWith]=Never',
  'filters[localizations][title][$startsWith]=Never',
  'filters[$or][0][localizations][title][$startsWith]=Never',
  'filters[category][localizations][name]=x',
  'sort=localizations.title:asc',
  'sort[localizations][title]=asc',
  'sort=category.localizations.name',
  'sort=title,slug,lead,byline,locale,title:desc',
  'filters=x',
  'filters[$or][a][title]=x',
  Array.from({ length: 102 }, (_, index) => `filters[$or][${index}][title]=x`).join('&'),
  '_q[]=a',
  '_q=%00',
  'fields=',
  'fields[0]=__proto__',
  'filters[]=a',
  'filters[0][title]=a',
  'filters[$or]=a',
  'filters[$or][]=',
  'filters[$and]=',
  'filters[$not]=a',
  'filters[title][$between]=1',
  'filters[title][$between][]=1',
  'filters[title][$or][0][$contains]=a',
  'filters[title][title]=b',
  'filters[title]=%00',
  'filters[id]=abc',
  'filters[id][$in][]=abc',
  'filters[body][$contains]=x',
  'pagination[start]=99999999999999999999',
  'pagination=x',
  'unknown=1',
  'filters[nothing]=1',
];

describe('what the public sees over REST', () => {
  const open = usePublicNewsroom();

  it('is what is published', async () => {
    const { status, body } = await open.newsroom.get('/api/articles?locale=en&populate=*');
    expect(status).toBe(200);
    expect(body.data).toMatchObject([{ title: 'For all to read', category: { name: 'Culture' }, cover: null, views: 0 }]);
  });

  it.each(DRAFT_QUERIES)('holds no draft with %s', async (query) => {
    for (const path of ['/api/articles', `/api/articles/${open.published}`]) {
      for (const more of ['', '&populate=*', '&populate=localizations', '&locale=ru', '&locale=*', '&locale=en']) {
        const answer = await open.newsroom.get(`${path}?${query}${more}`);
        expect(answer.text).not.toContain(SECRET);
        expect(answer.status).toBeLessThan(500);
      }
    }
  });

  it.each(['populate=localizations', 'populate[localizations][fields][0]=title', 'populate[0]=localizations', 'populate=*'])(
    'holds no draft of another language with %s',
    async (query) => {
      for (const path of ['/api/articles', `/api/articles/${open.published}`]) {
        const answer = await open.newsroom.get(`${path}?locale=en&${query}`);
        expect(answer.status).toBe(200);
        expect(answer.text).not.toContain(SECRET);
      }
    },
  );

  it.each(['publicationFilter=modified', 'publicationFilter=unmodified', 'publicationFilter=never-published', 'hasPublishedVersion=false'])(
    'does not tell with %s which articles have drafts',
    async (query) => {
      const plain = await open.newsroom.get('/api/articles?locale=en');
      expect((await open.newsroom.get(`/api/articles?locale=en&${query}`)).body).toEqual(plain.body);
    },
  );

  it.each(REFUSED_QUERIES)('is refused as 400 with %s', async (query) => {
    const answer = await open.newsroom.get(`/api/articles?locale=en&${query}`);
    expect([answer.status, answer.body.data]).toEqual([400, null]);
    expect(answer.body.error).toMatchObject({ status: 400, name: 'ValidationError' });
  });

  it('takes the fields, filters and sort orders of the model', async () => {
    const query =
      'fields=title,views&filters[category][name]=Culture&sort=category.name:asc,datePublished:desc&populate[category][fields][0]=name';
    const { status, body } = await open.newsroom.get(`/api/articles?locale=en&${query}`);
    expect([status, body.data]).toMatchObject([200, [{ title: 'For all to read', views: 0, category: { name: 'Culture' } }]]);
    expect(body.data).not.toHaveProperty('[0].lead');
  });

  it.each([
    'filters[title][$containsi]=READ',
    'filters[$or][0][title]=x&filters[$or][1][slug][$eq]=for-all-to-read',
    'filters[$not][title][$startsWith]=x',
    'filters[category][slug][$in][0]=culture',
    'filters[datePublished][$between][0]=2021-01-01&filters[datePublished][$between][1]=2022-01-01',
    'filters[id][$gt]=0&_q=read',
    'fields[0]=title&fields[1]=views&pagination[start]=0&pagination[limit]=5&pagination[withCount]=false',
    'sort[0]=title:desc&sort[1]=datePublished',
  ])('takes %s', async (query) => {
    const { status, body } = await open.newsroom.get(`/api/articles?locale=en&${query}`);
    expect([status, body.data]).toMatchObject([200, [{ title: 'For all to read' }]]);
  });

  it('leaves views out where fields are chosen without it', async () => {
    const { body } = await open.newsroom.get(`/api/articles/${open.published}?locale=en&fields=title`);
    expect(body.data).not.toHaveProperty('views');
  });

  it('holds at most 100 entries, whatever is asked', async () => {
    const { body } = await open.newsroom.get('/api/articles?pagination[pageSize]=100000');
    expect(body.meta.pagination.pageSize).toBe(100);
    const limited = await open.newsroom.get('/api/articles?pagination[limit]=-1');
    expect(limited.body.meta.pagination.limit).toBeLessThanOrEqual(100);
  });

  it('holds active partners only', async () => {
    for (const query of ['', '?filters[active]=false', '?filters[$or][0][active]=false&filters[$or][1][active]=true']) {
      expect((await open.newsroom.get(`/api/partner-links${query}`)).text).not.toContain('Hidden');
    }
  });

  it.each([
    ['post', '/api/articles'],
    ['put', '/api/articles/x'],
    ['delete', '/api/articles/x'],
    ['post', '/api/categories'],
    ['put', '/api/site'],
    ['get', '/api/upload/files'],
    ['get', '/api/users'],
    ['get', '/api/i18n/locales'],
    ['get', '/api/view-counts'],
    ['get', '/api/importer/items'],
    ['post', '/api/auth/local/register'],
  ] as const)('does not include %s %s', async (method, path) => {
    const user = { username: 'x', email: 'x@example.org', password: 'secret-1' };
    const answer = await open.newsroom.send(method, path, { data: { title: 'x' }, ...user });
    expect([400, 403, 404, 405]).toContain(answer.status);
  });

  it('lets no one register, not even a role that may call the route', async () => {
    const roles = rowsOf<{ id: number }>(open.newsroom.strapi, 'plugin::users-permissions.role');
    const role = await roles.findOne({ where: { type: 'public' } });
    const permissions = rowsOf<{ id: number }>(open.newsroom.strapi, 'plugin::users-permissions.permission');
    const { id } = await permissions.create({ data: { action: 'plugin::users-permissions.auth.register', role: role?.id } });
    const user = { username: 'reader', email: 'reader@example.org', password: 'secret-1' };
    const answer = await open.newsroom.send('post', '/api/auth/local/register', user);
    await permissions.deleteMany({ where: { id } });
    expect([answer.status, answer.body.error.message]).toEqual([400, 'Register action is currently disabled']);
  });

  it('grants the public role these actions and no others', async () => {
    const where = { role: { type: 'public' } };
    const permissions = rowsOf<{ action: string }>(open.newsroom.strapi, 'plugin::users-permissions.permission');
    const granted = await permissions.findMany({ where });
    expect(granted.map(({ action }) => action).sort()).toEqual([
      'api::article.article.find',
      'api::article.article.findOne',
      'api::author.author.find',
      'api::author.author.findOne',
      'api::category.category.find',
      'api::category.category.findOne',
      'api::partner-link.partner-link.find',
      'api::partner-link.partner-link.findOne',
      'api::site.site.find',
      'api::tag.tag.find',
      'api::tag.tag.findOne',
    ]);
  });

  it('includes drafts for the holder of an API token, such as a preview', async () => {
    const answer = await open.newsroom.get('/api/articles?status=draft&locale=en', await apiToken(open.newsroom));
    expect(answer.text).toContain(SECRET);
  });
});
