import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { limitGraphql } from '../limits/limit-request';
import { cursor, locale, MOST_ARTICLES, text } from '../news/parameters';
import { searchOf } from '../search/search-of';
import { searchParameters, USUAL_ARTICLES } from '../search/search-route';
import { toNode } from './article-node';
import { check } from './check';
import { extendGraphql } from './extension';

const SCHEMA = `
  "HTML: all is escaped, and <mark> put around what was found."
  type Highlight {
    title: String!
    "A part of the story."
    text: String!
  }

  type SearchNewsEdge {
    cursor: String!
    node: Article!
    highlight: Highlight!
  }

  type SearchNewsConnection {
    edges: [SearchNewsEdge!]!
    pageInfo: PageInfo!
  }

  extend type Query {
    "Full text search: words that all must be found, \\"phrases\\", and -words that must not. The best first among the newest."
    searchNews(
      q: String!
      "All languages where it is left out"
      locale: I18NLocaleCode
      "Slug or document id of a category"
      category: String
      "A day of the site or a moment, as ISO 8601 writes them"
      from: String
      to: String
      first: Int
      after: String
    ): SearchNewsConnection!
  }
`;

const { q, from, to } = searchParameters.shape;

const searchArguments = z.object({
  q,
  from: from.nullish(),
  to: to.nullish(),
  locale: locale.nullish(),
  category: text().nullish(),
  first: z.int().min(1).max(MOST_ARTICLES).nullish(),
  after: cursor.nullish(),
});

async function searchNews(strapi: Core.Strapi, args: unknown) {
  const { first, after, ...given } = check(searchArguments, args);
  const { items, next } = await searchOf(strapi)({
    q: given.q,
    from: given.from ?? undefined,
    to: given.to ?? undefined,
    locale: given.locale ?? undefined,
    category: given.category ?? undefined,
    limit: first ?? USUAL_ARTICLES,
    after: after ?? undefined,
  });
  return {
    edges: items.map(({ cursor: told, row, highlight }) => ({ cursor: told, node: toNode(row), highlight })),
    pageInfo: {
      hasNextPage: next !== null,
      hasPreviousPage: after !== undefined && after !== null,
      startCursor: items[0]?.cursor ?? null,
      endCursor: next ?? items.at(-1)?.cursor ?? null,
    },
  };
}

/** Adds search. Call it in `register`. */
export function addSearchToGraphql(strapi: Core.Strapi): void {
  extendGraphql(strapi, {
    typeDefs: SCHEMA,
    resolvers: {
      Query: {
        searchNews: async (_parent, args, context) => {
          await limitGraphql(strapi, 'search', context);
          return searchNews(strapi, args);
        },
      },
    },
    resolversConfig: { 'Query.searchNews': { auth: { scope: ['api::article.article.find'] } } },
  });
}
