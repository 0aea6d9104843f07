import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { GraphQLError, type ASTNode, type DocumentNode, Kind, visit } from 'graphql';
import { isObject, refuse } from './query';
import { findUnstorable, nameOf, UNSTORABLE } from './storable';

type Context = Parameters<Core.MiddlewareHandler>[0];

/** The parts of a form, of which some are written in JSON. */
const readForm = (form: object) =>
  Object.fromEntries(
    Object.entries(form).map(([name, value]: [string, unknown]) => {
      if (typeof value !== 'string' || !/^\s*[[{"]/.test(value)) return [name, value];
      try {
        return [name, JSON.parse(value) as unknown];
      } catch (cause) {
        if (cause instanceof SyntaxError) return [name, value];
        throw cause;
      }
    }),
  );

interface Parsed {
  readonly body?: unknown;
  readonly files?: Readonly<Record<string, unknown>>;
}

function refuseParameters({ query }: Context): void {
  const path = findUnstorable(query);
  if (path !== undefined) refuse(`${nameOf(path)}: ${UNSTORABLE}`, nameOf(path.slice(0, 1)));
}

function refuseBody(context: Context): void {
  const { body, files = {} } = context.request as Parsed;
  const isForm = context.is('multipart') !== false && isObject(body);
  const names = Object.values(files).flat().map((file) => (file as { originalFilename?: unknown }).originalFilename);
  const found = findUnstorable(isForm ? { ...readForm(body), files: names } : body);
  if (found === undefined) return;
  // As Strapi names the fields of an entry: in REST they stand in `data`.
  const path = found[0] === 'data' && found.length > 1 ? found.slice(1) : found;
  const told = { path: path.map((name) => nameOf([name])), message: UNSTORABLE, name: 'ValidationError' };
  throw new errors.ValidationError(`${nameOf(path)}: ${UNSTORABLE}`, { errors: [told] });
}

/**
 * Middleware behind the parsers: refuses parameters and bodies with a text that no database can hold, whatever they are for. Strapi
 * would answer as if it had crashed on PostgreSQL, and keep the text on SQLite.
 *
 * @throws errors.ValidationError (400) naming the parameter or the field.
 */
export function refuseUnstorable(strapi: Core.Strapi): Core.MiddlewareHandler {
  const graphql = strapi.plugin('graphql').config<string>('endpoint');
  return async (context, next) => {
    if (context.path !== graphql) {
      refuseParameters(context);
      refuseBody(context);
    }
    await next();
  };
}

interface Operation {
  readonly document: DocumentNode;
  readonly request: { readonly variables?: Record<string, unknown> };
}

const isNamed = (node: ASTNode | readonly ASTNode[]) => 'kind' in node && (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD);

/** The names that lead to a text in a query that no database can hold. */
function findInQuery(document: DocumentNode): string[] | undefined {
  let found: string[] | undefined;
  visit(document, {
    StringValue(node, _key, _parent, _path, ancestors) {
      if (findUnstorable(node.value) === undefined) return;
      found ??= ancestors.filter(isNamed).map((ancestor) => (ancestor as { name: { value: string } }).name.value);
    },
  });
  return found;
}

/** A plugin of Apollo's: the same for arguments and variables of GraphQL. */
export const refuseUnstorableArguments = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation({ document, request: { variables } }: Operation) {
        const found = findUnstorable(variables) ?? findInQuery(document);
        if (found === undefined) return Promise.resolve();
        throw new GraphQLError(`${nameOf(found)}: ${UNSTORABLE}`, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
      },
    }),
};
