import type { Core } from '@strapi/strapi';
import { rowsOf } from '../../src/plugins/importer/server/src/database/rows';
import { goBackBeforeTags } from '../helpers/before-tags';
import { type Newsroom, startNewsroom } from '../helpers/newsroom';
import { publishStory } from '../helpers/published-stories';
import { isPostgres } from '../helpers/temporary-database';

const ARTICLE = 'api::article.article';
const CATEGORY = 'api::category.category';
const TAGS = ['api::tag.tag', 'api::author.author'];
const FIELDS = ['dateModified', 'authors', 'tags'];
const LOCALES = ['az', 'en', 'ru'];

interface Right {
  readonly id: number;
  readonly action: string;
  readonly subject: string | null;
  readonly properties: { readonly fields?: readonly string[]; readonly locales?: readonly string[] };
}

interface ConfigurationService {
  findConfiguration(type: { uid: string }): Promise<{ layouts: { list: string[]; edit: { name: string; size: number }[][] } }>;
  updateConfiguration(type: { uid: string }, changed: object): Promise<unknown>;
}

const configurations = (strapi: Core.Strapi) => strapi.plugin('content-manager').service<ConfigurationService>('content-types');

const layoutsOf = async (strapi: Core.Strapi) => (await configurations(strapi).findConfiguration({ uid: ARTICLE })).layouts;

const rightsOf = (strapi: Core.Strapi, role: string) =>
  rowsOf<Right>(strapi, 'admin::permission').findMany({ where: { role: { code: `strapi-${role}` } } });

/** What a role may do with tags and authors, and whether it may write the new fields of articles. */
async function rightsToTags(strapi: Core.Strapi, role: string) {
  const rights = await rightsOf(strapi, role);
  const ofTags = rights.filter(({ subject }) => TAGS.includes(subject ?? ''));
  const updating = rights.find(({ action, subject }) => subject === ARTICLE && action.endsWith('.update'));
  const inAll = ofTags.every(({ properties }) => String([...(properties.locales ?? [])].sort()) === String(LOCALES));
  return {
    actions: ofTags.map(({ action, subject }) => `${subject?.split('.').at(-1) ?? ''}.${action.split('.').at(-1) ?? ''}`).sort(),
    inAll,
    fields: FIELDS.filter((name) => updating?.properties.fields?.includes(name)),
  };
}

const publicActions = async (strapi: Core.Strapi) => {
  const rows = rowsOf<{ action: string }>(strapi, 'plugin::users-permissions.permission');
  return (await rows.findMany({ where: { role: { type: 'public' } } })).map(({ action }) => action);
};

async function objectsOf({ strapi }: Newsroom, kind: 'trigger' | 'index'): Promise<string[]> {
  const { connection } = strapi.db;
  if (!isPostgres) return connection('sqlite_master').where({ type: kind }).whereNotNull('sql').orderBy('name').pluck<string[]>('name');
  if (kind === 'index')
    return connection('pg_indexes').whereRaw('schemaname = current_schema()').orderBy('indexname').pluck<string[]>('indexname');
  return connection('pg_trigger').where({ tgisinternal: false }).orderBy('tgname').pluck<string[]>('tgname');
}

/** What is set up in a database once. */
const stateOf = async (newsroom: Newsroom) => ({
  triggers: await objectsOf(newsroom, 'trigger'),
  indexes: await objectsOf(newsroom, 'index'),
  editor: await rightsToTags(newsroom.strapi, 'editor'),
  author: await rightsToTags(newsroom.strapi, 'author'),
  readByPublic: (await publicActions(newsroom.strapi)).sort(),
  layouts: await layoutsOf(newsroom.strapi),
});

const anyPublished = async (newsroom: Newsroom) => (await newsroom.get('/api/feed?locale=en')).body.data;

describe('a database that was made before articles had tags and authors', () => {
  let newsroom: Newsroom;
  const found: Record<string, unknown> = {};

  beforeAll(async () => {
    newsroom = await startNewsroom({
      earlier: async (strapi) => {
        const category = await strapi.documents(CATEGORY).create({ data: { name: 'Harbour' }, locale: 'en' });
        const story = { title: 'From before', datePublished: '2020-01-01T00:00:00.000Z', category: category.documentId };
        await publishStory({ strapi }, story);
        await goBackBeforeTags(strapi);
        found['columns'] = await strapi.db.connection('articles').columnInfo();
        found['rights'] = await rightsToTags(strapi, 'editor');
        found['layouts'] = await layoutsOf(strapi);
      },
    });
  });

  afterAll(() => newsroom.stop());

  it('has neither in the beginning', () => {
    expect(found['columns']).not.toHaveProperty('date_modified');
    expect(found['rights']).toMatchObject({ actions: [], fields: [] });
    expect(JSON.stringify(found['layouts'])).not.toMatch(/tags|authors|dateModified/);
  });

  it('shows what was there, and takes articles with tags and authors', async () => {
    expect(await anyPublished(newsroom)).toMatchObject([{ title: 'From before', category: { slug: 'harbour' } }]);
    const { strapi } = newsroom;
    const tag = await strapi.documents('api::tag.tag').create({ data: { name: 'Sea' }, locale: 'en' });
    const [before] = await strapi.documents(ARTICLE).findMany({ locale: 'en' });
    const data = { tags: [tag.documentId], dateModified: '2021-01-01T00:00:00.000Z' } as never;
    await strapi.documents(ARTICLE).update({ documentId: before?.documentId ?? '', locale: 'en', data, status: 'published' });
    await publishStory(newsroom, { title: 'From after', datePublished: '2021-01-01T00:00:00.000Z' });
    const { data: articles } = (await newsroom.get('/api/feed?locale=en&fields=title,dateModified&populate=tags')).body;
    expect(articles).toMatchObject([
      { title: 'From after', dateModified: null, tags: [] },
      { title: 'From before', dateModified: '2021-01-01T00:00:00.000Z', tags: [{ slug: 'sea' }] },
    ]);
    expect((await newsroom.get('/api/search?q=after&locale=en')).body.data).toMatchObject([{ title: 'From after' }]);
  });

  it('has the indexes, triggers, rights and form of a fresh one', async () => {
    const state = await stateOf(newsroom);
    await newsroom.stop();
    newsroom = await startNewsroom({ onEmpty: true });
    expect(state).toEqual(await stateOf(newsroom));
    const written = ['create', 'delete', 'read', 'update'];
    const all = ['author', 'tag'].flatMap((type) => written.map((action) => `${type}.${action}`));
    expect(state).toMatchObject({
      editor: { fields: FIELDS, inAll: true, actions: all },
      author: { fields: FIELDS, inAll: true, actions: ['author.read', 'tag.read'] },
    });
  });
});

describe('where somebody has changed it since', () => {
  let newsroom: Newsroom;

  beforeAll(async () => {
    newsroom = await startNewsroom({
      earlier: async (strapi) => {
        await goBackBeforeTags(strapi);
        const deleting = (await rightsOf(strapi, 'editor')).find(
          ({ action, subject }) => subject === CATEGORY && action.endsWith('.delete'),
        );
        await rowsOf(strapi, 'admin::permission').deleteMany({ where: { id: deleting?.id } });
        await rowsOf(strapi, 'plugin::users-permissions.permission').deleteMany({ where: { action: `${CATEGORY}.find` } });
        const { layouts, ...others } = await configurations(strapi).findConfiguration({ uid: ARTICLE });
        const edit = [...layouts.edit].reverse();
        await configurations(strapi).updateConfiguration({ uid: ARTICLE }, { ...others, layouts: { ...layouts, edit } });
      },
    });
  });

  afterAll(() => newsroom.stop());

  it('a role keeps the rights that it has, and one that nobody touched gets the new ones', async () => {
    expect(await rightsToTags(newsroom.strapi, 'editor')).toMatchObject({ actions: [], fields: [] });
    expect(await rightsToTags(newsroom.strapi, 'author')).toMatchObject({ actions: ['author.read', 'tag.read'], fields: FIELDS });
  });

  it('the public reads no more than before', async () => {
    expect((await newsroom.get('/api/tags')).status).toBe(403);
    expect((await newsroom.get('/api/feed?populate=tags')).status).toBe(403);
    expect((await newsroom.get('/api/feed')).status).toBe(200);
  });

  it('the form stays as it was laid out, with the new fields at its end', async () => {
    const { edit } = await layoutsOf(newsroom.strapi);
    const names = edit.flat().map(({ name }) => name);
    expect(names.slice(0, 2)).toEqual(['cover', 'originalUrl']);
    expect(names.slice(-3).sort()).toEqual([...FIELDS].sort());
  });
});
