import { z } from 'zod';
import { DEFAULT_LOCALE } from '../../setup/make-locales';
import { articleSummary, chosenArticle } from '../articles/article-schema';
import { listChoice, neededFor } from '../articles/choice';
import { chooseArticles } from '../articles/choose-articles';
import { toSummary } from '../articles/to-article';
import { limit, locale } from '../parameters';
import { defineRoute } from '../routing/route';
import { readMostRead } from './most-read';

const USUAL_ARTICLES = 10;

export const mostReadRoute = defineRoute({
  method: 'GET',
  path: '/api/articles/most-read',
  summary: 'The articles of a language that were read most',
  permission: 'api::article.article.find',
  alsoNeeds: neededFor,
  parameters: z.strictObject({
    locale: locale.default(DEFAULT_LOCALE),
    days: z.enum(['1', '7', '30', 'all']).default('all').describe('Over how many days of UTC, the present one included'),
    limit: limit(USUAL_ARTICLES),
    ...listChoice,
  }),
  answer: z.object({
    data: z.array(z.union([articleSummary, chosenArticle])),
    meta: z.object({ days: z.int().nullable(), limit: z.int() }),
  }),
  caching: { maxAge: 1, staleWhileRevalidate: 60 },

  async handle(strapi, { locale: language, days, limit: most, ...choice }) {
    const span = days === 'all' ? 0 : Number(days);
    const found = await readMostRead(strapi, span, language, most);
    const data = await chooseArticles(strapi, found, toSummary, choice);
    return { body: { data, meta: { days: span === 0 ? null : span, limit: most } } };
  },
});
