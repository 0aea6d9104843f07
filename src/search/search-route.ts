import { DateTime } from 'luxon';
import { z } from 'zod';
import { readEnvironment } from '../environment/environment';
import { articleSummary, chosenArticle } from '../news/articles/article-schema';
import { listChoice, neededFor } from '../news/articles/choice';
import { chooseArticles } from '../news/articles/choose-articles';
import { toSummary } from '../news/articles/to-article';
import { cursor, limit, locale, text } from '../news/parameters';
import { defineRoute } from '../news/routing/route';
import { searchOf } from './search-of';

export const USUAL_ARTICLES = 20;
const LONGEST_QUERY = 200;

/** The last moment of a day, or the moment that is given. */
const endOf = (given: string, moment: DateTime) => (/^\d{4}-\d{2}-\d{2}$/.test(given) ? moment.endOf('day') : moment);

/** A day of the site's time zone, or a moment. */
const date = (pick: (given: string, moment: DateTime) => DateTime) =>
  z
    .string()
    .max(40)
    .regex(/^\d{4}-\d{2}-\d{2}/, 'it must be a date as ISO 8601 writes it, such as 2023-09-20')
    .transform((given, context) => {
      const moment = DateTime.fromISO(given, { zone: readEnvironment().SITE_TIME_ZONE });
      if (moment.isValid) return pick(given, moment).toJSDate();
      context.addIssue({ code: 'custom', message: 'it must be a date as ISO 8601 writes it, such as 2023-09-20' });
      return z.NEVER;
    });

export const searchParameters = z.strictObject({
  q: text(LONGEST_QUERY).describe('Words that all must be found, "phrases" in quotes, and -words that must not be found'),
  locale: locale.optional().describe('All languages where it is left out'),
  category: text().optional().describe('Slug or document id of a category'),
  from: date((_given, moment) => moment)
    .optional()
    .describe('Articles published then or later: a day of the site or a moment, as ISO 8601 writes them'),
  to: date(endOf).optional().describe('Articles published then or before; a day is meant as a whole'),
  limit: limit(USUAL_ARTICLES),
  after: cursor.optional().describe('meta.next of the page before'),
  ...listChoice,
});

const highlight = z
  .object({ title: z.string(), text: z.string() })
  .meta({ id: 'Highlight', description: 'HTML: the headline, and a part of the story, escaped, with <mark> around what was found' });

/** Full text search, the best first among the newest. */
export const searchRoute = defineRoute({
  method: 'GET',
  path: '/api/search',
  summary: 'Full text search in headline, lead and body of published articles',
  permission: 'api::article.article.find',
  alsoNeeds: neededFor,
  parameters: searchParameters,
  answer: z.object({
    data: z.array(z.union([articleSummary.extend({ highlight }), chosenArticle.extend({ highlight })])),
    meta: z.object({ limit: z.int(), next: z.string().nullable() }),
  }),
  caching: { maxAge: 1, staleWhileRevalidate: 60 },
  limited: 'search',

  async handle(strapi, parameters) {
    const { items, next } = await searchOf(strapi)(parameters);
    const rows = items.map(({ row }) => row);
    const articles = await chooseArticles(strapi, rows, toSummary, parameters);
    return {
      body: {
        data: articles.map((article, index) => ({ ...article, highlight: items[index]?.highlight })),
        meta: { limit: parameters.limit, next },
      },
    };
  },
});
