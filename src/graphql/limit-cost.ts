import { type DocumentNode, GraphQLError, type GraphQLSchema, getNamedType, getNullableType, isListType, isObjectType } from 'graphql';
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity';

/** A feed of 100 articles with all their fields, category, cover, tags and authors costs about 5,000. */
const HIGHEST_COST = 6000;

/** What a field of `Query` or `Mutation` costs by itself: at least a statement. */
const ROOT = 50;

/** Entries of a list whose length nobody has asked for. */
const USUAL_LENGTH = 10;
const MOST_LENGTH = 100;

/** Lists that are shorter, as a rule: an article has few of them, and all articles' are read together. */
const SHORT_LISTS: Readonly<Record<string, number>> = { 'Article.tags': 5, 'Article.authors': 2 };

/** As `config/plugins.ts` has it for Strapi's own lists. */
const USUAL_PAGE = 25;

interface Arguments {
  readonly first?: unknown;
  readonly last?: unknown;
  readonly pagination?: { readonly limit?: unknown; readonly pageSize?: unknown } | null;
}

/** How many entries a field is asked for; undefined for a field that does not say. */
function lengthOf({ first, last, pagination }: Arguments): number | undefined {
  const asked = first ?? last ?? pagination?.limit ?? pagination?.pageSize;
  return typeof asked === 'number' ? Math.min(Math.max(asked, 1), MOST_LENGTH) : undefined;
}

const ROOTS = ['Query', 'Mutation'];

/** A field costs 1 and what is below it, times the number of entries. `edges` and `nodes` are counted where they are asked for. */
const estimate: ComplexityEstimator = ({ args, childComplexity, field, type }) => {
  // The schema itself is read from memory.
  if (type.name.startsWith('__') || field.name.startsWith('__')) return 1;
  const isRoot = ROOTS.includes(type.name);
  const isList = isListType(getNullableType(field.type));
  const named = getNamedType(field.type);
  const isConnection = isObjectType(named) && Object.keys(named.getFields()).some((name) => name === 'edges' || name === 'nodes');
  const isInConnection = field.name === 'edges' || field.name === 'nodes';
  const ofList = SHORT_LISTS[`${type.name}.${field.name}`] ?? USUAL_LENGTH;
  const usual = isConnection || (isList && isRoot) ? USUAL_PAGE : isList && !isInConnection ? ofList : 1;
  return (isRoot ? ROOT : 0) + (lengthOf(args) ?? usual) * (1 + childComplexity);
};

interface Operation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly request: { readonly variables?: Record<string, unknown>; readonly operationName?: string };
}

/** @throws GraphQLError which makes the answer a 400, where a variable or an argument does not fit. */
function costOf({ schema, document, request: { variables, operationName } }: Operation): number {
  try {
    return getComplexity({
      schema,
      query: document,
      variables: variables ?? {},
      estimators: [estimate],
      ...(operationName === undefined ? {} : { operationName }),
    });
  } catch (cause) {
    if (!(cause instanceof GraphQLError)) throw cause;
    throw new GraphQLError(cause.message, { nodes: cause.nodes ?? null, extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
  }
}

/**
 * A plugin of Apollo's: a query that would cost too much, by lists in lists or by many aliases, is refused (400) before
 * anything of it is done.
 */
export const limitCost = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation(operation: Operation) {
        const cost = costOf(operation);
        if (cost <= HIGHEST_COST) return Promise.resolve();
        const message = `The query costs ${cost}, and at most ${HIGHEST_COST} is allowed: ask for fewer entries or fields`;
        throw new GraphQLError(message, { extensions: { code: 'QUERY_TOO_COSTLY', http: { status: 400 } } });
      },
    }),
};
