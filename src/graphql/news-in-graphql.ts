import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { readFeed } from '../news/feed/feed';
import { readMostRead } from '../news/most-read/most-read';
import { cursor, locale, MOST_ARTICLES, text } from '../news/parameters';
import { findBySlug } from '../news/slug/slug-route';
import { jsonOf } from '../news/articles/to-article';
import { DEFAULT_LOCALE } from '../setup/make-locales';
import { type ArticleParent, toNode } from './article-node';
import { check } from './check';
import { extendGraphql } from './extension';
import { createLoadersOf } from './loaders';

const SCHEMA = `
  "Where a page stands among the others: https://relay.dev/graphql/connections.htm"
  type PageInfo {
    hasNextPage: Boolean!
    hasPreviousPage: Boolean!
    startCursor: String
    endCursor: String
  }

  type NewsFeedEdge {
    cursor: String!
    node: Article!
  }

  type NewsFeedConnection {
    edges: [NewsFeedEdge!]!
    pageInfo: PageInfo!
  }

  extend type Query {
    "Published articles of a language, newest first. At most 100: \`first\` after a cursor, or \`last\` before one."
    newsFeed(
      locale: I18NLocaleCode
      "Slug or document id of a category"
      category: String
      first: Int
      after: String
      last: Int
      before: String
    ): NewsFeedConnection!
    "The published article at an address; null where there is none."
    articleBySlug(slug: String!, locale: I18NLocaleCode): Article
    "The articles that were read most over 1, 7 or 30 days, the present one (UTC) included, or, without \`days\`, ever."
    mostRead(locale: I18NLocaleCode, days: Int, first: Int): [Article!]!
  }

  extend type Article {
    "How often the article was read."
    views: Int!
    "What came out before the article in its language, nearest first."
    previous(first: Int, sameCategory: Boolean): [Article!]!
    "What came out after the article in its language, nearest first."
    next(first: Int, sameCategory: Boolean): [Article!]!
  }
`;

const amount = (usual: number) =>
  z
    .int()
    .min(1)
    .max(MOST_ARTICLES)
    .nullish()
    .transform((value) => value ?? usual);
const language = locale.nullish().transform((value) => value ?? DEFAULT_LOCALE);

const feedArguments = z.object({
  locale: language,
  category: text().nullish(),
  first: z.int().min(1).max(MOST_ARTICLES).nullish(),
  after: cursor.nullish(),
  last: z.int().min(1).max(MOST_ARTICLES).nullish(),
  before: cursor.nullish(),
});
const slugArguments = z.object({ slug: text(), locale: language });
const mostReadArguments = z.object({
  locale: language,
  days: z.union([z.literal(1), z.literal(7), z.literal(30)]).nullish(),
  first: amount(10),
});
const neighbourArguments = z.object({ first: amount(5), sameCategory: z.boolean().nullish() });

const USUAL_ARTICLES = 20;

async function newsFeed(strapi: Core.Strapi, args: unknown) {
  const { locale: code, category, first, after, last, before } = check(feedArguments, args);
  const backwards = last ?? before;
  if (backwards !== undefined && backwards !== null && (first ?? after) !== undefined && (first ?? after) !== null) {
    throw new errors.ValidationError('first goes with after, and last with before');
  }
  const limit = first ?? last ?? USUAL_ARTICLES;
  const place = { after: after ?? undefined, before: before ?? undefined, category: category ?? undefined };
  const page = await readFeed(strapi, { locale: code, limit, ...place });
  const edges = page.rows.map((row) => ({ cursor: page.cursorOf(row), node: toNode(row) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: page.hasNext,
      hasPreviousPage: page.hasPrevious,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

async function articleBySlug(strapi: Core.Strapi, args: unknown) {
  const { slug, locale: code } = check(slugArguments, args);
  const row = await findBySlug(strapi, slug, code);
  return row === undefined ? null : { ...toNode(row), body: jsonOf(row['body']) };
}

async function mostRead(strapi: Core.Strapi, args: unknown) {
  const { locale: code, days, first } = check(mostReadArguments, args);
  return (await readMostRead(strapi, days ?? 0, code, first)).map(toNode);
}

/** Adds the news API to GraphQL, and loads what stands below articles for all of them at once. Call it in `register`. */
export function addNewsToGraphql(strapi: Core.Strapi): void {
  const loadersOf = createLoadersOf(strapi);

  const neighbours = (side: 'previous' | 'next') => (article: ArticleParent, args: unknown, context: object) => {
    const { first, sameCategory } = check(neighbourArguments, args);
    return loadersOf(context).neighbours.load({ article: article.id, side, sameCategory: sameCategory ?? false, first });
  };

  extendGraphql(strapi, {
    typeDefs: SCHEMA,
    resolvers: {
      Query: {
        newsFeed: (_parent, args) => newsFeed(strapi, args),
        articleBySlug: (_parent, args) => articleBySlug(strapi, args),
        mostRead: (_parent, args) => mostRead(strapi, args),
      },
      Article: {
        async category({ id, links }: ArticleParent, _args, context) {
          const { linkedCategories, categories } = loadersOf(context);
          const row = links === undefined ? await linkedCategories.load(id) : links.category;
          return row === null ? null : categories.load(row);
        },
        async cover({ id, links }: ArticleParent, _args, context) {
          const { linkedCovers, files } = loadersOf(context);
          const row = links === undefined ? await linkedCovers.load(id) : links.cover;
          return row === null ? null : files.load(row);
        },
        body: async ({ id, body }: ArticleParent, _args, context) =>
          body === undefined ? jsonOf(await loadersOf(context).bodies.load(id)) : body,
        views: ({ documentId, views }: ArticleParent, _args, context) => views ?? loadersOf(context).views.load(documentId),
        previous: neighbours('previous'),
        next: neighbours('next'),
      },
      PartnerLink: {
        async logo({ id }: { readonly id: number }, _args, context) {
          const { linkedLogos, files } = loadersOf(context);
          const row = await linkedLogos.load(id);
          return row === null ? null : files.load(row);
        },
      },
    },
    resolversConfig: {
      'Query.newsFeed': { auth: { scope: ['api::article.article.find'] } },
      'Query.articleBySlug': { auth: { scope: ['api::article.article.findOne'] } },
      'Query.mostRead': { auth: { scope: ['api::article.article.find'] } },
    },
  });
}
