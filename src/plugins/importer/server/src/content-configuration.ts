import { z } from 'zod';

/** The name of a field. */
const needed = z.string().min(1);

/** The name of a field; null, or left out, where the type has none for it. */
const field = needed.nullable().default(null);

const uid = z.string().min(1);

const article = z.strictObject({
  uid,
  fields: z.strictObject({
    ...{ title: needed, body: needed, datePublished: needed },
    ...{ slug: field, lead: field, dateModified: field, byline: field, originalUrl: field, cover: field },
    /** Relations to the types of `category`, `tag` and `author`. */
    ...{ category: field, tags: field, authors: field },
  }),
});

const term = z.strictObject({ uid, fields: z.strictObject({ name: needed, slug: field }) });

const site = z.strictObject({
  uid,
  fields: z.strictObject({
    ...{ name: field, slogan: field, timeZone: field },
    ...{ partnersHeading: field, feedHeading: field, previousHeading: field },
  }),
});

const partner = z.strictObject({ uid, fields: z.strictObject({ name: needed, url: field, order: field, active: field, logo: field }) });

/** How often each article was read: `article` holds its `documentId`. */
const views = z.strictObject({ uid, fields: z.strictObject({ article: needed, views: needed }) });

/** What is called as the importer calls it. */
function sameNames<Name extends string>(...names: readonly Name[]): Record<Name, string> {
  const same: Partial<Record<Name, string>> = {};
  for (const name of names) same[name] = name;
  return same as Record<Name, string>;
}

const TERM = sameNames('name', 'slug');

/**
 * The content types that an import writes, and which of their fields hold what. A type that is not named is the newsroom's own; null
 * leaves it out. Of a type that is named, what stands here is all that is written.
 */
export const contentConfiguration = z
  .strictObject({
    article: article.default({
      uid: 'api::article.article',
      fields: {
        ...sameNames('title', 'slug', 'lead', 'body', 'datePublished', 'dateModified', 'byline', 'originalUrl'),
        ...sameNames('category', 'tags', 'authors', 'cover'),
      },
    }),
    category: term.nullable().default({ uid: 'api::category.category', fields: TERM }),
    tag: term.nullable().default({ uid: 'api::tag.tag', fields: TERM }),
    author: term.nullable().default({ uid: 'api::author.author', fields: TERM }),
    site: site.nullable().default({
      uid: 'api::site.site',
      fields: sameNames('name', 'slogan', 'timeZone', 'partnersHeading', 'feedHeading', 'previousHeading'),
    }),
    partner: partner
      .nullable()
      .default({ uid: 'api::partner-link.partner-link', fields: sameNames('name', 'url', 'order', 'active', 'logo') }),
    views: views.nullable().default({ uid: 'api::views.view-count', fields: sameNames('article', 'views') }),
    /** Tables that the application itself derives from articles, by triggers: PostgreSQL is told when they grow, too. */
    derivedTables: z.array(z.string().min(1)).default([]),
  })
  .prefault({});

export type ContentConfiguration = z.infer<typeof contentConfiguration>;
