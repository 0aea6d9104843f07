import type { Core, UID } from '@strapi/strapi';
import { type Attribute, attributesIn } from './query';

/** What the public may do with a content type beyond reading its own fields. */
export interface PublicRules {
  /** Relations, media and components that an answer may hold. */
  readonly populate: readonly string[];
  /** Relations that filters and sort orders may pass through. */
  readonly through: readonly string[];
  /** Filters of which one holds for whatever the public sees. @param now the moment by which that is told, in ISO 8601. */
  readonly always?: (now: string) => readonly Readonly<Record<string, unknown>>[];
}

interface GrantedRules extends PublicRules {
  /** Actions of the content API that the public role is granted at first. */
  readonly actions: readonly string[];
}

const LIST = ['find', 'findOne'];

/** The content types that the public can read from the first start on. Others are granted in the panel, as in any Strapi. */
export const PUBLIC_TYPES: Readonly<Record<string, GrantedRules>> = {
  'api::article.article': {
    populate: ['category', 'tags', 'authors', 'cover', 'localizations'],
    through: ['category', 'tags', 'authors'],
    // An article that is dated ahead is under an embargo.
    always: (now) => [{ datePublished: { $null: true } }, { datePublished: { $lte: now } }],
    actions: LIST,
  },
  'api::category.category': { populate: ['localizations'], through: [], actions: LIST },
  'api::tag.tag': { populate: ['localizations'], through: [], actions: LIST },
  'api::author.author': { populate: ['localizations'], through: [], actions: LIST },
  'api::partner-link.partner-link': { populate: ['logo'], through: [], always: () => [{ active: { $eq: true } }], actions: LIST },
  'api::site.site': { populate: ['localizations'], through: [], actions: ['find'] },
};

/** Content types of the application that nobody asks for by themselves. */
const INTERNAL = ['api::views.view-count'];

/** All content types of the application that the public could be granted. */
export const offeredTypes = (strapi: Core.Strapi): UID.ContentType[] =>
  (Object.keys(strapi.contentTypes) as UID.ContentType[]).filter((uid) => uid.startsWith('api::') && !INTERNAL.includes(uid));

/** Whether an entry itself says what it is related to: of what others say, there may be any number. */
const isOwn = ({ relation, target, mappedBy, private: isPrivate }: Attribute) =>
  mappedBy === undefined && isPrivate !== true && relation?.startsWith('morph') === false && target?.startsWith('api::') === true;

/**
 * The rules of `PUBLIC_TYPES`, or, for a type that is not there: its own media, components and relations may be populated, and filters
 * pass through what has no drafts, by which they could be found out.
 */
export function rulesOf(strapi: Core.Strapi, uid: string): PublicRules {
  const known = PUBLIC_TYPES[uid];
  if (known !== undefined) return known;
  const attributes = Object.entries(attributesIn(strapi)(uid));
  const relations = attributes.filter(([, attribute]) => attribute.type === 'relation' && isOwn(attribute));
  const parts = attributes.filter(([, { type, private: isPrivate }]) => ['media', 'component', 'dynamiczone'].includes(type) && isPrivate !== true);
  const hasDrafts = ({ target }: Attribute) => strapi.contentType(target as UID.ContentType).options.draftAndPublish;
  return {
    populate: [...relations, ...parts].map(([name]) => name),
    through: relations.filter(([, attribute]) => !hasDrafts(attribute)).map(([name]) => name),
  };
}
