import { z } from 'zod';

const format = z.object({
  name: z.string(),
  url: z.string(),
  width: z.number(),
  height: z.number(),
  mime: z.string(),
  ext: z.string(),
  hash: z.string(),
  path: z.string().nullable(),
  size: z.number(),
  sizeInBytes: z.number().optional(),
});

const cover = z.object({
  url: z.string(),
  alternativeText: z.string().nullable(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  formats: z.record(z.string(), z.looseObject(format.partial().shape)).nullable(),
});

const named = z.object({ documentId: z.string(), name: z.string(), slug: z.string().nullable() });

/** An article as lists hold it. Dates are ISO 8601 in UTC. */
export const articleSummary = z
  .object({
    documentId: z.string(),
    locale: z.string(),
    title: z.string(),
    slug: z.string().nullable(),
    lead: z.string().nullable(),
    datePublished: z.iso.datetime().nullable(),
    byline: z.string().nullable(),
    category: named.nullable(),
    cover: cover.nullable(),
    views: z.int().min(0),
  })
  .meta({ id: 'ArticleSummary', description: 'A published article as lists hold it' });

/** An article with its body: https://docs.strapi.io/cms/features/content-type-builder#rich-text-blocks */
export const wholeArticle = articleSummary
  .extend({ body: z.array(z.looseObject({ type: z.string() })).nullable(), originalUrl: z.string().nullable() })
  .meta({ id: 'Article', description: 'A published article with its body, in blocks' });

/** What `fields` and `populate` have chosen of an article. */
export const chosenArticle = wholeArticle
  .extend({ dateModified: z.iso.datetime().nullable(), tags: z.array(named), authors: z.array(named) })
  .partial()
  .required({ documentId: true })
  .meta({ id: 'ChosenArticle', description: 'What `fields` and `populate` have chosen of a published article' });

export type Named = z.infer<typeof named>;
export type ChosenArticle = z.infer<typeof chosenArticle>;
export type ArticleSummary = z.infer<typeof articleSummary>;
export type WholeArticle = z.infer<typeof wholeArticle>;
