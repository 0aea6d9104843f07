import { errors } from '@strapi/utils';
import { ZodError } from 'zod';
import { LISTS } from '../parameters';
import type { Route } from './route';

/** Longer queries are none that a route has a use for. */
const LONGEST_QUERY = 4096;

const refuse = (message: string, param: string): never => {
  throw new errors.ValidationError(message, { source: 'query', param });
};

/** One name of a list, such as `fields[0]`. */
const ITEM = /^(\w+)\[\d{0,3}\]$/;

/** The list that a parameter belongs to, if any. */
function listOf(name: string): string | undefined {
  const [, list = ''] = ITEM.exec(name) ?? [];
  return LISTS.includes(list) ? list : undefined;
}

function texts(querystring: string): Record<string, string> {
  if (querystring === '') return {};
  if (querystring.length > LONGEST_QUERY) refuse(`A query has at most ${LONGEST_QUERY} characters`, 'query');
  const given: Record<string, string> = {};
  const lists = new Map<string, string[]>();
  const give = (name: string, value: string) => {
    if (Object.hasOwn(given, name)) refuse(`${name} is given twice`, name);
    Object.defineProperty(given, name, { value, enumerable: true });
  };
  for (const [name, value] of new URLSearchParams(querystring)) {
    const list = listOf(name);
    if (list === undefined) give(name, value);
    else lists.set(list, [...(lists.get(list) ?? []), value]);
  }
  for (const [name, items] of lists) give(name, items.join(','));
  return given;
}

/**
 * The parameters of a request, checked.
 *
 * @throws errors.ValidationError (400) naming the first that a route does not take, or not so.
 */
export function readParameters(route: Route, inPath: Readonly<Record<string, string>>, querystring: string) {
  const given = texts(querystring);
  for (const name of Object.keys(inPath)) if (Object.hasOwn(given, name)) refuse(`${name} stands in the path`, name);
  try {
    return route.parse({ ...given, ...inPath });
  } catch (cause) {
    if (!(cause instanceof ZodError)) throw cause;
    const [issue] = cause.issues;
    const name = issue?.code === 'unrecognized_keys' ? (issue.keys[0] ?? '') : String(issue?.path[0] ?? '');
    const offered = Object.keys(route.parameters.shape).filter((key) => !(key in inPath));
    const unknown = `"${name.slice(0, 100)}" is not offered here. Offered: ${offered.join(', ') || 'nothing'}`;
    return refuse(issue?.code === 'unrecognized_keys' ? unknown : `${name}: ${issue?.message ?? 'it is not understood'}`, name);
  }
}
