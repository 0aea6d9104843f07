import type { PublicRules } from './public-types';
import { type AttributesOf, isObject, refuse } from './query';
import { checkSort } from './restrict-query';

const GROUPS = ['and', 'or'];

/** Whose entries are asked for. */
interface Asked {
  readonly uid: string;
  readonly through: readonly string[];
  readonly attributesOf: AttributesOf;
}

/** A condition on a field: Strapi's schema offers groups of plain values in it, and stumbles over them. */
function checkCondition(name: string, condition: unknown, asked: Asked): void {
  if (!isObject(condition)) return;
  for (const [operator, operand] of Object.entries(condition)) {
    const isPair = Array.isArray(operand) && operand.length === 2 && operand.every((value) => value !== null);
    if (GROUPS.includes(operator)) refuse(`filters can't group values of "${name}"`, 'filters');
    if (operator === 'between' && !isPair) refuse(`"${name}" lies between two values`, 'filters');
    checkFilters({ [name]: operand }, asked);
  }
}

function checkFilters(filters: unknown, asked: Asked): void {
  if (!isObject(filters)) return;
  const { uid, through, attributesOf } = asked;
  for (const [name, value] of Object.entries(filters)) {
    const { type, target, component } = attributesOf(uid)[name] ?? {};
    if (Array.isArray(value) && GROUPS.includes(name)) for (const part of value as unknown[]) checkFilters(part, asked);
    else if (name === 'not') checkFilters(value, asked);
    else if (type === 'relation' || component !== undefined) {
      if (component === undefined && !through.includes(name)) refuse(`filters can't pass through "${name}"`, 'filters');
      checkFilters(value, { uid: component ?? target ?? uid, through: [], attributesOf });
    } else checkCondition(name, value, asked);
  }
}

/**
 * Refuses arguments of Strapi's lists that its schema takes and its query engine does not, and filters and sort orders that pass
 * through what they may not.
 *
 * @throws errors.ValidationError, which is BAD_USER_INPUT, naming the argument.
 */
export function checkGraphqlArguments(args: Readonly<Record<string, unknown>>, uid: string, { through }: PublicRules, attributesOf: AttributesOf): void {
  if (args['pagination'] === null) refuse('pagination takes page and pageSize, or start and limit', 'pagination');
  checkFilters(args['filters'], { uid, through, attributesOf });
  checkSort(args['sort'], through);
}
