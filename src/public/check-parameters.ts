import { type Query, isObject, refuse } from './query';

/** More than any archive has pages, and less than a database's integers hold. */
const HIGHEST_NUMBER = 1_000_000_000;

function checkPagination(pagination: unknown): void {
  if (pagination === undefined) return;
  if (!isObject(pagination)) refuse('pagination takes page and pageSize, or start and limit', 'pagination');
  for (const [name, value] of Object.entries(pagination as Query)) {
    const isNumber = typeof value === 'string' && /^-?\d+$/.test(value) && Number(value) <= HIGHEST_NUMBER;
    if (!isNumber && name !== 'withCount') refuse(`pagination[${name}] takes a whole number of at most ${HIGHEST_NUMBER}`, 'pagination');
  }
}

function checkFields(fields: unknown): void {
  if (fields === undefined) return;
  const names = typeof fields === 'string' ? fields.split(',') : Object.values(fields as object);
  const areNames = names.length > 0 && names.every((name) => typeof name === 'string' && /^(?:\*|[A-Za-z]\w*)$/.test(name.trim()));
  if (!areNames) refuse('fields take names of fields', 'fields');
}

/**
 * Refuses what no list can be asked for, before Strapi stumbles over it.
 *
 * @throws errors.ValidationError (400) naming the parameter.
 */
export function checkPlainParameters(query: Query): void {
  if (query['_q'] !== undefined && typeof query['_q'] !== 'string') refuse('_q takes a text', '_q');
  checkFields(query['fields']);
  checkPagination(query['pagination']);
}
