import { checkFilters } from './check-filters';
import { checkPlainParameters } from './check-parameters';
import { PUBLIC_TYPES, type PublicRules } from './public-types';
import { type Attribute, type AttributesOf, isObject, type Query, refuse } from './query';

function populatedNames(populate: unknown, offered: readonly string[]): Map<string, unknown> {
  if (populate === undefined) return new Map();
  if (populate === '*' || populate === true || populate === 'true') return new Map(offered.map((name) => [name, true]));
  if (typeof populate === 'string') return new Map(populate.split(',').map((name) => [name.trim(), true]));
  if (Array.isArray(populate)) return new Map(populate.map((name: unknown) => [String(name), true]));
  if (isObject(populate)) return new Map(Object.entries(populate).filter(([, value]) => value !== 'false'));
  return refuse(`populate takes names: ${offered.join(', ')}`, 'populate');
}

/** What a part of an answer may hold itself: media and components of a component, and nothing of a relation. */
function offeredIn(attribute: Attribute | undefined, attributesOf: AttributesOf): string[] {
  if (attribute?.component === undefined) return [];
  const parts = Object.entries(attributesOf(attribute.component));
  return parts.filter(([, { type }]) => type === 'media' || type === 'component').map(([name]) => name);
}

/** Fields may be chosen inside what is populated, and parts inside a component: no filters, no deeper populate. */
function fieldsOnly(name: string, value: unknown, attribute: Attribute | undefined, attributesOf: AttributesOf): Query | true {
  if (!isObject(value)) return true;
  const { fields, populate, ...others } = value;
  const offered = offeredIn(attribute, attributesOf);
  const refused = [...Object.keys(others), ...(populate !== undefined && offered.length === 0 ? ['populate'] : [])];
  if (refused.length > 0) refuse(`populate[${name}] takes fields only, not ${refused.join(', ')}`, 'populate');
  const parts = populate === undefined ? {} : { populate: restrictPopulate(populate, offered, attribute?.component ?? '', attributesOf) };
  return { ...(fields === undefined ? {} : { fields }), ...parts };
}

function restrictPopulate(populate: unknown, offered: readonly string[], uid: string, attributesOf: AttributesOf): Query {
  const entries = [...populatedNames(populate, offered)].map(([name, value]) => {
    if (!offered.includes(name)) {
      refuse(`populate "${name}" is not offered here. Offered: ${offered.join(', ') || 'nothing'}`, 'populate');
    }
    return [name, fieldsOnly(name, value, attributesOf(uid)[name], attributesOf)] as const;
  });
  return Object.fromEntries(entries);
}

function sortKeys(sort: unknown): string[] {
  if (typeof sort === 'string') return sort.split(',').map((part) => part.split(':')[0]?.trim() ?? '');
  if (Array.isArray(sort)) return sort.flatMap(sortKeys);
  if (isObject(sort)) return Object.entries(sort).map(([key, value]) => (isObject(value) ? `${key}.` : key));
  return [];
}

/** Every key through a relation is another join. */
const MOST_SORT_KEYS = 5;

/**
 * Looks whether a sort order passes through nothing but the relations that it may.
 *
 * @throws errors.ValidationError (400) otherwise, and for more keys than a list can need.
 */
export function checkSort(sort: unknown, through: readonly string[]): void {
  const keys = sortKeys(sort);
  if (keys.length > MOST_SORT_KEYS) refuse(`sort takes at most ${MOST_SORT_KEYS} keys`, 'sort');
  for (const key of keys) {
    const [relation = '', ...rest] = key.split('.');
    if (rest.length > 1 || (rest.length > 0 && !through.includes(relation))) refuse(`sort can't pass through "${relation}"`, 'sort');
  }
}

/** What holds for whatever the public sees of a content type, if anything. */
const alwaysOf = (rules: PublicRules | undefined, now: string): Query | undefined => rules?.always && { $or: rules.always(now) };

/**
 * The query that a public request really asks: published documents only, populated with what the model needs, and
 * with filters and sort orders that look at nothing but what the public may see anyway.
 *
 * @param uid the content type that is asked for.
 * @param now the moment by which it is told what is public, in ISO 8601.
 * @throws errors.ValidationError (400) naming the parameter that is not offered.
 */
export function restrictQuery(query: Query, uid: string, rules: PublicRules, attributesOf: AttributesOf, now: string): Query {
  const { status: _status, publicationFilter: _filter, hasPublishedVersion: _legacy, populate, ...rest } = query;
  checkPlainParameters(rest);
  if (rest['filters'] !== undefined) checkFilters(rest['filters'], uid, rules.through, attributesOf);
  checkSort(rest['sort'], rules.through);

  const populated = Object.entries(restrictPopulate(populate, rules.populate, uid, attributesOf)).map(([name, value]) => {
    const related = alwaysOf(PUBLIC_TYPES[attributesOf(uid)[name]?.target ?? ''], now);
    return [name, related === undefined ? value : { ...(isObject(value) ? value : {}), filters: related }] as const;
  });
  const filters = [rest['filters'], alwaysOf(rules, now)].filter((part) => part !== undefined);
  return {
    ...rest,
    ...(filters.length > 0 ? { filters: filters.length === 1 ? filters[0] : { $and: filters } } : {}),
    ...(populated.length > 0 ? { populate: Object.fromEntries(populated) } : {}),
    status: 'published',
  };
}
