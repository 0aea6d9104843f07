/** What the public may do with a content type beyond reading its own fields. */
export interface PublicRules {
  /** Relations and media that an answer may hold. */
  readonly populate: readonly string[];
  /** Relations that filters and sort orders may pass through. */
  readonly through: readonly string[];
  /** Filters of which one holds for whatever the public sees. @param now the moment by which that is told, in ISO 8601. */
  readonly always?: (now: string) => readonly Readonly<Record<string, unknown>>[];
  /** Actions of the content API that the public role is granted. */
  readonly actions: readonly string[];
  readonly graphqlType: string;
  /** GraphQL queries that answer with this type. */
  readonly queries: readonly string[];
}

const LIST = ['find', 'findOne'];

/** The content types that the public can read. What is not listed here is not public. */
export const PUBLIC_TYPES = {
  'api::article.article': {
    populate: ['category', 'cover', 'localizations'],
    through: ['category'],
    // An article that is dated ahead is under an embargo.
    always: (now) => [{ datePublished: { $null: true } }, { datePublished: { $lte: now } }],
    actions: LIST,
    graphqlType: 'Article',
    queries: ['article', 'articles', 'articles_connection'],
  },
  'api::category.category': {
    populate: ['localizations'],
    through: [],
    actions: LIST,
    graphqlType: 'Category',
    queries: ['category', 'categories', 'categories_connection'],
  },
  'api::partner-link.partner-link': {
    populate: ['logo'],
    through: [],
    always: () => [{ active: { $eq: true } }],
    actions: LIST,
    graphqlType: 'PartnerLink',
    queries: ['partnerLink', 'partnerLinks', 'partnerLinks_connection'],
  },
  'api::site.site': { populate: ['localizations'], through: [], actions: ['find'], graphqlType: 'Site', queries: ['site'] },
} as const satisfies Record<string, PublicRules>;

export type PublicType = keyof typeof PUBLIC_TYPES;
