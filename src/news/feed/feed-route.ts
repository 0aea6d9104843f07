import { z } from 'zod';
import { articleSummary, chosenArticle } from '../articles/article-schema';
import { listChoice, neededFor } from '../articles/choice';
import { chooseArticles } from '../articles/choose-articles';
import { toSummary } from '../articles/to-article';
import { cursor, limit, locale, text } from '../parameters';
import { defineRoute } from '../routing/route';
import { DEFAULT_LOCALE } from '../../setup/make-locales';
import { readFeed } from './feed';

const USUAL_ARTICLES = 20;

const PATH = '/api/feed';

const linkTo = (parameters: Readonly<Record<string, string | undefined>>, rel: string) => {
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `<${PATH}?${new URLSearchParams(given).toString()}>; rel="${rel}"`;
};

/** Newest first, with cursors for the pages beside it. */
export const feedRoute = defineRoute({
  method: 'GET',
  path: PATH,
  summary: 'The feed: published articles of a language, newest first',
  permission: 'api::article.article.find',
  alsoNeeds: neededFor,
  parameters: z.strictObject({
    locale: locale.default(DEFAULT_LOCALE),
    category: text().optional().describe('Slug or document id of a category'),
    limit: limit(USUAL_ARTICLES),
    after: cursor.optional().describe('meta.next of the page before'),
    before: cursor.optional().describe('meta.previous of the page after'),
    ...listChoice,
  }),
  answer: z.object({
    data: z.array(z.union([articleSummary, chosenArticle])),
    meta: z.object({ limit: z.int(), next: z.string().nullable(), previous: z.string().nullable() }),
  }),
  caching: { maxAge: 1, staleWhileRevalidate: 60 },

  async handle(strapi, parameters) {
    const { rows, cursorOf, hasNext, hasPrevious } = await readFeed(strapi, parameters);
    const [first, last] = [rows[0], rows.at(-1)];
    const next = hasNext && last !== undefined ? cursorOf(last) : null;
    const previous = hasPrevious && first !== undefined ? cursorOf(first) : null;
    const { locale: language, category, limit: most, fields, populate } = parameters;
    const same = { locale: language, category, limit: String(most), fields: fields?.join(), populate: populate?.join() };
    const links = [
      ...(next === null ? [] : [linkTo({ ...same, after: next }, 'next')]),
      ...(previous === null ? [] : [linkTo({ ...same, before: previous }, 'prev')]),
    ];
    return {
      body: { data: await chooseArticles(strapi, rows, toSummary, parameters), meta: { limit: most, next, previous } },
      ...(links.length > 0 ? { headers: { Link: links.join(', ') } } : {}),
    };
  },
});
