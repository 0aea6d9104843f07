import type { Core } from '@strapi/strapi';

const ARTICLE = 'api::article.article';

/** Fields that articles have got since the form was first laid out. */
const ADDED = ['dateModified', 'authors', 'tags'];

interface Cell {
  readonly name: string;
}

interface Layouts {
  readonly list: readonly string[];
  readonly edit: readonly (readonly Cell[])[];
}

interface Configuration {
  readonly layouts: Layouts;
}

interface ConfigurationService {
  findConfiguration(type: { uid: string }): Promise<Configuration>;
  updateConfiguration(type: { uid: string }, changed: Configuration): Promise<unknown>;
}

const isAdded = (name: string) => ADDED.includes(name);

/** A layout without the added fields: columns, and fields of the form with their sizes, in their order. */
const before = ({ list, edit }: Layouts) =>
  JSON.stringify({
    list: list.filter((name) => !isAdded(name)),
    edit: edit.flat().filter(({ name }) => !isAdded(name)),
  });

/**
 * Puts fields that articles have got where they belong in the panel's form, on a database whose form was laid out before: Strapi puts them
 * at its end, and into the list. A layout that somebody has changed stays so.
 */
export async function arrangeArticleForm(strapi: Core.Strapi): Promise<void> {
  const types = strapi.plugin('content-manager').service<ConfigurationService>('content-types');
  const type = strapi.contentType(ARTICLE);
  const { layouts } = (type as unknown as { readonly config: Configuration }).config;
  const standing = await types.findConfiguration(type);
  if (before(standing.layouts) === before(layouts)) await types.updateConfiguration(type, { ...standing, layouts });
}
