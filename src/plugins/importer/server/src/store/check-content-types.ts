import type { Core, UID } from '@strapi/strapi';
import { z } from 'zod';
import { type ContentConfiguration, contentConfiguration } from '../content-configuration';
import { usedTypes } from './content-model';

/** What a field must be to hold what it is to hold. */
type Expected = { readonly types: readonly string[] } | { readonly target: string; readonly many: boolean };

const attribute = z.looseObject({
  type: z.string(),
  relation: z.string().optional(),
  target: z.string().optional(),
  multiple: z.boolean().optional(),
  required: z.boolean().optional(),
  default: z.unknown().optional(),
});

type Attribute = z.infer<typeof attribute>;

interface Type {
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly localized: boolean;
  readonly draftAndPublish: boolean;
}

const schema = z.looseObject({
  attributes: z.record(z.string(), attribute),
  options: z.object({ draftAndPublish: z.boolean().catch(false) }).catch({ draftAndPublish: false }),
  pluginOptions: z
    .object({ i18n: z.object({ localized: z.boolean() }) })
    .nullish()
    .catch(null),
});

function typeOf(strapi: Core.Strapi, uid: string): Type | undefined {
  // Strapi logs an error for a type that it does not know.
  if (!(uid in strapi.contentTypes)) return undefined;
  const { attributes, options, pluginOptions } = schema.parse(strapi.contentType(uid as UID.ContentType));
  return {
    attributes: new Map(Object.entries(attributes)),
    ...{ localized: pluginOptions?.i18n.localized === true, draftAndPublish: options.draftAndPublish },
  };
}

const SHORT: Expected = { types: ['string', 'text'] };
const LONG: Expected = { types: ['text', 'richtext'] };
const SLUG: Expected = { types: ['uid', 'string'] };
const MOMENT: Expected = { types: ['datetime'] };
const PICTURE: Expected = { types: ['media'] };

const termsOf = ({ category, tag, author }: ContentConfiguration): Record<string, Expected> => ({
  ...(category && { category: { target: category.uid, many: false } }),
  ...(tag && { tags: { target: tag.uid, many: true } }),
  ...(author && { authors: { target: author.uid, many: true } }),
});

const TERM = { name: SHORT, slug: SLUG };

/** What each field of each type must be, as the configuration names them. */
const expectedOf = (content: ContentConfiguration) =>
  ({
    article: {
      ...{ title: SHORT, slug: SLUG, lead: LONG, body: { types: ['blocks'] }, byline: SHORT, originalUrl: SHORT, cover: PICTURE },
      ...{ datePublished: MOMENT, dateModified: MOMENT, ...termsOf(content) },
    },
    ...{ category: TERM, tag: TERM, author: TERM },
    site: { name: SHORT, slogan: SHORT, timeZone: SHORT, partnersHeading: SHORT, feedHeading: SHORT, previousHeading: SHORT },
    partner: { name: SHORT, url: SHORT, order: { types: ['integer'] }, active: { types: ['boolean'] }, logo: PICTURE },
    views: { article: SHORT, views: { types: ['integer'] } },
  }) satisfies Record<string, Record<string, Expected>>;

type Key = keyof ReturnType<typeof expectedOf>;

/** The fields that every document which an import makes has: these alone may be required. */
const FILLED: Readonly<Record<Key, readonly string[]>> = {
  article: ['title', 'slug', 'lead', 'body', 'datePublished'],
  ...{ category: ['name', 'slug'], tag: ['name', 'slug'], author: ['name', 'slug'] },
  ...{ site: [], partner: ['name', 'order', 'active'], views: ['article', 'views'] },
};

const TO_MANY = ['oneToMany', 'manyToMany'];
const TO_ONE = ['oneToOne', 'manyToOne'];

function isAsExpected({ type, relation = '', target, multiple }: Attribute, expected: Expected): boolean {
  if ('types' in expected) return expected.types.includes(type) && multiple !== true;
  return type === 'relation' && target === expected.target && (expected.many ? TO_MANY : TO_ONE).includes(relation);
}

const describeExpected = (expected: Expected) =>
  'types' in expected ? expected.types.join(' or ') : `a relation to ${expected.many ? 'many' : 'one'} of ${expected.target}`;

function describeAttribute({ type, relation, target, multiple }: Attribute): string {
  if (type === 'relation') return `a relation (${relation}) to ${target ?? 'many types'}`;
  return multiple === true ? `several files of ${type}` : type;
}

/** What a type must be as a whole. */
function faultsOfType(key: Key, type: Type, article: Type | undefined): string[] {
  const isTerm = key === 'category' || key === 'tag' || key === 'author';
  const isPlain = key === 'site' || key === 'partner' || key === 'views';
  return [
    ...(isPlain && type.draftAndPublish ? ['has draft & publish; expected a type without'] : []),
    ...(key === 'views' && type.localized ? ['has languages; expected a type without'] : []),
    ...(isTerm && type.localized && article?.localized === false ? ['has languages, and articles have none; expected a type without'] : []),
  ];
}

function findFaults(strapi: Core.Strapi, content: ContentConfiguration): string[] {
  const article = typeOf(strapi, content.article.uid);
  return Object.entries(expectedOf(content)).flatMap(([name, expected]) => {
    const key = name as Key;
    const configured = content[key];
    if (configured === null) return [];
    const { uid } = configured;
    const fields = new Map(Object.entries<string | null>(configured.fields));
    const type = typeOf(strapi, uid);
    if (type === undefined) {
      const leftOut = key === 'article' ? '' : ', or null to leave it out';
      return [`content.${key}.uid: there is no content type ${uid}; expected one of this application${leftOut}`];
    }
    const faults = faultsOfType(key, type, article).map((fault) => `content.${key}.uid: ${uid} ${fault}`);
    for (const [field, own] of fields) {
      const [found, wanted] = [own === null ? undefined : type.attributes.get(own), (expected as Record<string, Expected>)[field]];
      if (own === null || wanted === undefined || (found !== undefined && isAsExpected(found, wanted))) continue;
      const there = found === undefined ? `${uid} has no field ${own}` : `${uid} has in ${own} ${describeAttribute(found)}`;
      faults.push(`content.${key}.fields.${field}: ${there}; expected ${describeExpected(wanted)}`);
    }
    const filled = FILLED[key].map((field) => fields.get(field));
    for (const [own, { required, default: preset }] of type.attributes)
      if (required === true && preset === undefined && !filled.includes(own))
        faults.push(
          `content.${key}: ${uid} requires ${own}, which imports don't always fill; expected it not to be required, or to have a default`,
        );
    return faults;
  });
}

/**
 * Checks that the configured content types are there, and can hold what they are to hold. Call it in `bootstrap`.
 *
 * @throws Error that names everything that is wrong: the key of the configuration, what is there and what is expected.
 */
export function checkContentTypes(strapi: Core.Strapi): void {
  const faults = findFaults(strapi, usedTypes(contentConfiguration.parse(strapi.plugin('importer').config('content'))));
  if (faults.length === 0) return;
  throw new Error(`The importer can't write the content types of its configuration:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
}
