import type { Core } from '@strapi/strapi';
import type { ArticleParent } from './article-node';
import { extendGraphql, hideField } from './extension';
import { linkLoader, rowLoader } from './loaders';
import { perRequest } from './per-request';

const ARTICLE = 'api::article.article';

const SCHEMA = `
  extend type Article {
    "Topics, people and places that the article is about, in the order of its editors."
    tags: [Tag!]!
    "Who wrote it, in the order of its editors."
    authors: [Author!]!
  }
`;

const createLoaders = (strapi: Core.Strapi) => ({
  tags: { links: linkLoader(strapi, { table: 'articles_tags_lnk', name: 'tag' }), rows: rowLoader(strapi, 'api::tag.tag') },
  authors: {
    links: linkLoader(strapi, { table: 'articles_authors_lnk', name: 'author' }),
    rows: rowLoader(strapi, 'api::author.author'),
  },
});

/**
 * Adds the tags and authors of articles. Strapi's own fields, with filters, orders and pages of each article's few tags, would ask the
 * database once for each article: these are read for all of them at once. Call it in `register`.
 */
export function addTagsAndAuthorsToGraphql(strapi: Core.Strapi): void {
  const loadersOf = perRequest(() => createLoaders(strapi));
  const listed = (name: 'tags' | 'authors') => async (article: ArticleParent, _args: unknown, context: object) => {
    const { links, rows } = loadersOf(context)[name];
    const found = await Promise.all((await links.load(article.id)).map((id) => rows.load(id)));
    // One that was deleted meanwhile is not there.
    return found.filter((row) => row !== null);
  };

  for (const name of ['tags', 'authors']) hideField(strapi, ARTICLE, name);
  extendGraphql(strapi, {
    typeDefs: SCHEMA,
    resolvers: { Article: { tags: listed('tags'), authors: listed('authors') } },
    resolversConfig: {
      'Article.tags': { auth: { scope: ['api::tag.tag.find'] } },
      'Article.authors': { auth: { scope: ['api::author.author.find'] } },
    },
  });
}
