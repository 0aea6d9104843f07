import { type AttributesOf, isObject, refuse } from './query';

/** Groups of filters. More of them than the query parser turns into a list are dropped by Strapi without a word. */
const GROUPS = ['$and', '$or'];

/** What is stored as JSON can't be compared with a text on every database. */
const NOT_COMPARED = ['blocks', 'json', 'dynamiczone'];

function checkCondition(name: string, value: unknown): void {
  if (name === 'id' && !/^[\d,"[\]]*$/.test(JSON.stringify(isObject(value) ? Object.values(value) : value))) refuse('id takes numbers', 'filters');
  if (!isObject(value)) return;
  for (const [operator, operand] of Object.entries(value)) {
    const isPair = Array.isArray(operand) && operand.length === 2;
    const isKnown = operator.startsWith('$') && !GROUPS.includes(operator) && !operator.startsWith('$json');
    if (!isKnown || (operator === '$between' && !isPair) || isObject(operand)) refuse(`filters[${name}][${operator}] is not understood`, 'filters');
  }
}

/**
 * Looks whether filters are filters, and pass through nothing but the relations that they may.
 *
 * @param through relations of the content type that they may pass through.
 * @throws errors.ValidationError (400) otherwise.
 */
export function checkFilters(filters: unknown, uid: string, through: readonly string[], attributesOf: AttributesOf): void {
  if (!isObject(filters)) return refuse('filters take names of fields, with a value or an operator', 'filters');

  for (const [key, value] of Object.entries(filters)) {
    const attribute = attributesOf(uid)[key];
    if (GROUPS.includes(key)) {
      if (!Array.isArray(value)) refuse(`filters[${key}] takes a list of at most 100 filters`, 'filters');
      for (const part of value as unknown[]) checkFilters(part, uid, through, attributesOf);
    } else if (key === '$not') {
      checkFilters(value, uid, through, attributesOf);
    } else if (attribute?.type === 'relation' || attribute?.type === 'media') {
      if (!through.includes(key)) refuse(`filters can't pass through "${key}"`, 'filters');
      if (isObject(value)) checkFilters(value, attribute.target ?? uid, [], attributesOf);
    } else if (attribute?.component !== undefined && isObject(value)) {
      checkFilters(value, attribute.component, [], attributesOf);
    } else {
      if (attribute !== undefined && NOT_COMPARED.includes(attribute.type)) refuse(`filters can't look into "${key}"`, 'filters');
      checkCondition(key, value);
    }
  }
}
