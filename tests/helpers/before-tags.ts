import type { Core } from '@strapi/strapi';
import { rowsOf } from '../../src/plugins/importer/server/src/database/rows';

const ARTICLE = 'api::article.article';
const ADDED_TYPES = ['api::tag.tag', 'api::author.author'];
const ADDED_FIELDS = ['dateModified', 'authors', 'tags'];
const DONE_SINCE = ['public-tags', 'role-rights-of-tags', 'article-form-with-tags'];

/** The form of articles as it was laid out. */
const FORM = [['title'], ['slug', 'category'], ['datePublished', 'byline'], ['lead'], ['body'], ['cover', 'originalUrl']];

interface Cell {
  readonly name: string;
}

interface Configuration {
  readonly layouts: { readonly list: readonly string[]; readonly edit: readonly (readonly Cell[])[] };
  readonly metadatas: Readonly<Record<string, object>>;
}

interface ConfigurationService {
  findConfiguration(type: { uid: string }): Promise<Configuration>;
  updateConfiguration(type: { uid: string }, changed: Configuration): Promise<unknown>;
}

interface Right {
  readonly id: number;
  readonly properties: { readonly fields?: readonly string[] };
}

async function takeRights(strapi: Core.Strapi): Promise<void> {
  const rights = rowsOf<Right>(strapi, 'admin::permission');
  await rights.deleteMany({ where: { subject: { $in: ADDED_TYPES } } });
  for (const { id, properties } of await rights.findMany({ where: { subject: ARTICLE } })) {
    if (properties.fields === undefined) continue;
    const fields = properties.fields.filter((name) => !ADDED_FIELDS.includes(name));
    await rights.update({ where: { id }, data: { properties: { ...properties, fields } } });
  }
  const actions = ADDED_TYPES.flatMap((uid) => [`${uid}.find`, `${uid}.findOne`]);
  await rowsOf(strapi, 'plugin::users-permissions.permission').deleteMany({ where: { action: { $in: actions } } });
}

async function layOutAsBefore(strapi: Core.Strapi): Promise<void> {
  const types = strapi.plugin('content-manager').service<ConfigurationService>('content-types');
  const { layouts, metadatas, ...others } = await types.findConfiguration({ uid: ARTICLE });
  const cells = new Map(layouts.edit.flat().map((cell) => [cell.name, cell]));
  const edit = FORM.map((row) => row.flatMap((name) => cells.get(name) ?? []));
  const known = Object.fromEntries(Object.entries(metadatas).filter(([name]) => !ADDED_FIELDS.includes(name)));
  await types.updateConfiguration({ uid: ARTICLE }, { ...others, layouts: { ...layouts, edit }, metadatas: known });
}

/** Makes of a database one as it was before articles had tags and authors. What the process does with it afterwards is its end. */
export async function goBackBeforeTags(strapi: Core.Strapi): Promise<void> {
  await takeRights(strapi);
  await layOutAsBefore(strapi);
  const { connection } = strapi.db;
  for (const name of DONE_SINCE) await connection('strapi_core_store_settings').where('key', 'like', `%once-${name}`).delete();
  for (const uid of ADDED_TYPES) await connection('strapi_core_store_settings').where('key', 'like', `%::${uid}`).delete();
  for (const table of ['articles_tags_lnk', 'articles_authors_lnk', 'tags', 'authors']) await connection.schema.dropTable(table);
  await connection.raw('alter table articles drop column date_modified');
  // What Strapi compares its schemas with at its next start.
  await connection('strapi_database_schema').delete();
}
