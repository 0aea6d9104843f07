import { z } from 'zod';
import type { Described } from './describe-route';

const timestamps = {
  createdAt: z.iso.datetime().optional(),
  updatedAt: z.iso.datetime().optional(),
  publishedAt: z.iso.datetime().nullish(),
};
const entry = { id: z.int(), documentId: z.string(), locale: z.string().nullish(), ...timestamps };
const text = z.string().nullish();

const localizations = z.array(z.looseObject({ documentId: z.string(), locale: z.string().nullish() })).optional();
const picture = z.looseObject({ url: z.string(), width: z.int().nullish(), height: z.int().nullish() }).nullish();

const category = z.object({ ...entry, name: z.string().optional(), slug: text, description: text, localizations });
const tag = z.object({ ...entry, name: z.string().optional(), slug: text, localizations });
const author = z.object({ ...entry, name: z.string().optional(), slug: text, localizations });
const article = z.object({
  ...entry,
  title: z.string().optional(),
  slug: text,
  lead: text,
  body: z.array(z.looseObject({ type: z.string() })).nullish(),
  datePublished: z.iso.datetime().nullish(),
  dateModified: z.iso.datetime().nullish(),
  byline: text,
  originalUrl: text,
  views: z.int().min(0).optional(),
  category: category.nullish(),
  tags: z.array(tag).optional(),
  authors: z.array(author).optional(),
  cover: picture,
  localizations,
});
const partnerLink = z.object({
  ...entry,
  name: z.string().optional(),
  url: text,
  order: z.int().nullish(),
  active: z.boolean().optional(),
  logo: picture,
});
const site = z.object({
  ...entry,
  name: text,
  slogan: text,
  partnersHeading: text,
  feedHeading: text,
  previousHeading: text,
  timeZone: text,
  localizations,
});

const pagination = z.object({
  page: z.int().optional(),
  pageSize: z.int().optional(),
  pageCount: z.int().optional(),
  start: z.int().optional(),
  limit: z.int().optional(),
  total: z.int().optional(),
});

const one = (name: string, of: z.ZodType) => z.object({ data: of.meta({ id: name }), meta: z.object({}) });
const many = (of: z.ZodType) => z.object({ data: z.array(of), meta: z.object({ pagination }) });

const populate = (names: string) => `Relations and media of the answer: ${names}, or *. Also populate[…][fields]`;
const PARAMETERS = {
  locale: 'Code of a language; the default one without it',
  fields: 'Fields of the answer, with commas between them',
  sort: 'Field and direction, such as datePublished:desc',
  filters: 'Such as filters[slug][$eq]=…: https://docs.strapi.io/cms/api/rest/filters',
  pagination: 'page and pageSize, or start and limit, of at most 100; withCount=false saves counting',
  _q: 'Words to look for',
};

type Name = keyof typeof PARAMETERS | 'populate' | 'documentId';

const route = (path: string, summary: string, names: readonly Name[], populated: string, answer: z.ZodType): Described => ({
  method: 'GET',
  path,
  summary,
  parameters: names.map((name) => ({
    name,
    in: name === 'documentId' ? 'path' : 'query',
    required: name === 'documentId',
    description: name === 'populate' ? populate(populated) : name === 'documentId' ? 'Document id' : PARAMETERS[name],
    ...(name === 'filters' || name === 'pagination' ? { style: 'deepObject', explode: true } : {}),
    schema: { type: name === 'filters' || name === 'pagination' ? 'object' : 'string' },
  })),
  answer,
});

const LIST = ['fields', 'sort', 'filters', 'pagination', '_q', 'populate'] as const;
const ONE = ['documentId', 'fields', 'populate'] as const;
const ARTICLE_PARTS = 'category, tags, authors, cover, localizations';

/** Strapi's own routes that the public can read: https://docs.strapi.io/cms/api/rest */
export const STRAPI_ROUTES: readonly Described[] = [
  route('/api/articles', 'Articles, by page numbers', ['locale', ...LIST], ARTICLE_PARTS, many(article)),
  route('/api/articles/{documentId}', 'An article', ['locale', ...ONE], ARTICLE_PARTS, one('StrapiArticle', article)),
  route('/api/categories', 'Categories', ['locale', ...LIST], 'localizations', many(category)),
  route('/api/categories/{documentId}', 'A category', ['locale', ...ONE], 'localizations', one('Category', category)),
  route('/api/tags', 'Tags', ['locale', ...LIST], 'localizations', many(tag)),
  route('/api/tags/{documentId}', 'A tag', ['locale', ...ONE], 'localizations', one('Tag', tag)),
  route('/api/authors', 'Authors', ['locale', ...LIST], 'localizations', many(author)),
  route('/api/authors/{documentId}', 'An author', ['locale', ...ONE], 'localizations', one('Author', author)),
  route('/api/partner-links', 'Partners of the site', LIST, 'logo', many(partnerLink)),
  route('/api/partner-links/{documentId}', 'A partner of the site', ONE, 'logo', one('PartnerLink', partnerLink)),
  route('/api/site', 'Name, slogan and headings of the site', ['locale', 'fields', 'populate'], 'localizations', one('Site', site)),
];
