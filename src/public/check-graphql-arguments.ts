import { holdsZeroByte } from './check-parameters';
import { isObject, refuse } from './query';

const GROUPS = ['and', 'or'];

/** A condition on a field: Strapi's schema offers groups of plain values in it, and stumbles over them. */
function checkCondition(name: string, condition: unknown): void {
  if (!isObject(condition)) return;
  for (const [operator, operand] of Object.entries(condition)) {
    const isPair = Array.isArray(operand) && operand.length === 2 && operand.every((value) => value !== null);
    if (GROUPS.includes(operator)) refuse(`filters can't group values of "${name}"`, 'filters');
    if (operator === 'between' && !isPair) refuse(`"${name}" lies between two values`, 'filters');
    checkFilters({ [name]: operand });
  }
}

function checkFilters(filters: unknown): void {
  if (!isObject(filters)) return;
  for (const [name, value] of Object.entries(filters)) {
    if (Array.isArray(value) && GROUPS.includes(name)) value.forEach(checkFilters);
    else if (name === 'not') checkFilters(value);
    else checkCondition(name, value);
  }
}

/**
 * Refuses arguments of Strapi's lists that its schema takes and its query engine does not.
 *
 * @throws errors.ValidationError, which is BAD_USER_INPUT, naming the argument.
 */
export function checkGraphqlArguments(args: Readonly<Record<string, unknown>>): void {
  if (holdsZeroByte(args)) refuse('a zero byte stands in no text', 'query');
  if (args['pagination'] === null) refuse('pagination takes page and pageSize, or start and limit', 'pagination');
  checkFilters(args['filters']);
}
