import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { DEFAULT_LOCALE } from '../../setup/make-locales';
import { chosenArticle, wholeArticle } from '../articles/article-schema';
import { ARTICLE_COLUMNS, ARTICLE_JOINS } from '../articles/article-sql';
import { neededFor, wholeChoice } from '../articles/choice';
import { chooseArticles } from '../articles/choose-articles';
import { toWhole } from '../articles/to-article';
import { embargoOf } from '../embargo';
import { locale, text } from '../parameters';
import { readerOf, type Row } from '../reader/reader';
import { defineRoute } from '../routing/route';

const STATEMENT = `select ${ARTICLE_COLUMNS}, a.body from articles a
  join published_articles p on p.article_id = a.id ${ARTICLE_JOINS}
  where a.slug = ? and a.locale = ? and p.newest_first >= ? order by a.document_id limit 1`;

/** The public article with an address in a language, as a row with `ARTICLE_COLUMNS` and `body`; undefined where there is none. */
export async function findBySlug(strapi: Core.Strapi, slug: string, language: string): Promise<Row | undefined> {
  const [row] = await readerOf(strapi).all(STATEMENT, [slug, language, -(await embargoOf(strapi).now())]);
  return row;
}

export const slugRoute = defineRoute({
  method: 'GET',
  path: '/api/articles/slug/{slug}',
  summary: 'The article at an address, with its body',
  permission: 'api::article.article.findOne',
  alsoNeeds: neededFor,
  parameters: z.strictObject({ slug: text(), locale: locale.default(DEFAULT_LOCALE), ...wholeChoice }),
  answer: z.object({ data: z.union([wholeArticle, chosenArticle]), meta: z.object({}) }),
  caching: { maxAge: 1, staleWhileRevalidate: 60 },

  async handle(strapi, { slug, locale: language, ...choice }) {
    const article = await findBySlug(strapi, slug, language);
    if (article === undefined) throw new errors.NotFoundError('There is no article at this address');
    const [data] = await chooseArticles(strapi, [article], toWhole, choice);
    return { body: { data, meta: {} } };
  },
});
