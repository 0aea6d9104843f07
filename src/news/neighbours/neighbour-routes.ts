import { errors } from '@strapi/utils';
import { z } from 'zod';
import { articleSummary, chosenArticle } from '../articles/article-schema';
import { listChoice, neededFor } from '../articles/choice';
import { chooseArticles } from '../articles/choose-articles';
import { toSummary } from '../articles/to-article';
import { documentId, limit, locale } from '../parameters';
import { defineRoute } from '../routing/route';
import { readNeighbours } from './neighbours';

const USUAL_ARTICLES = 5;

const neighbourRoute = (side: 'previous' | 'next', summary: string) =>
  defineRoute({
    method: 'GET',
    path: `/api/articles/{documentId}/${side}`,
    summary,
    permission: 'api::article.article.find',
    alsoNeeds: neededFor,
    parameters: z.strictObject({
      documentId,
      locale: locale.optional().describe('A language of the article; the default one, or another that it is published in'),
      limit: limit(USUAL_ARTICLES),
      category: z.literal('same').optional().describe('"same": only articles of the same category'),
      ...listChoice,
    }),
    answer: z.object({ data: z.array(z.union([articleSummary, chosenArticle])), meta: z.object({ limit: z.int() }) }),
    caching: { maxAge: 1, staleWhileRevalidate: 60 },

    async handle(strapi, { documentId: id, locale: language, limit: most, category, ...choice }) {
      const sameCategory = category === 'same';
      const found = await readNeighbours(strapi, { documentId: id, locale: language, limit: most, sameCategory, side });
      if (found === undefined) throw new errors.NotFoundError('There is no such article');
      return { body: { data: await chooseArticles(strapi, found, toSummary, choice), meta: { limit: most } } };
    },
  });

export const previousRoute = neighbourRoute('previous', 'What came out before an article, in its language, nearest first');

export const nextRoute = neighbourRoute('next', 'What came out after an article, in its language, nearest first');
