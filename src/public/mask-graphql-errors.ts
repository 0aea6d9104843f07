interface GraphqlError {
  readonly message: string;
  readonly extensions?: { readonly code?: unknown; readonly error?: unknown };
}

interface GraphqlResponse {
  readonly body: { readonly kind: string; readonly singleResult?: { errors?: readonly GraphqlError[] } };
}

const INTERNAL = 'INTERNAL_SERVER_ERROR';

function withoutInside(error: GraphqlError): GraphqlError {
  return error.extensions?.code === INTERNAL ? { ...error, message: 'Internal Server Error', extensions: { code: INTERNAL } } : error;
}

/** Names of types, fields, arguments and values that were not asked for: all of graphql-js's messages that tell them end so. */
const SUGGESTION = /\s*Did you mean .*\?$/s;

const withoutSuggestion = (error: GraphqlError): GraphqlError => ({ ...error, message: error.message.replace(SUGGESTION, '') });

/**
 * A plugin of Apollo's: what went wrong inside is logged, and no part of it, such as a statement of SQL, is told to
 * whoever asked.
 *
 * @param hideSuggestions whether errors tell no names of the schema that resemble what was asked for.
 */
export const maskGraphqlErrors = ({ hideSuggestions }: { readonly hideSuggestions: boolean }) => ({
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response }: { response: GraphqlResponse }) => {
        const { singleResult } = response.body;
        if (singleResult?.errors) {
          const errors = singleResult.errors.map(withoutInside);
          singleResult.errors = hideSuggestions ? errors.map(withoutSuggestion) : errors;
        }
        return Promise.resolve();
      },
    }),
});
