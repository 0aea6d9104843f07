interface GraphqlError {
  readonly message: string;
  readonly extensions?: { readonly code?: unknown; readonly error?: unknown };
}

interface GraphqlResponse {
  readonly body: { readonly kind: string; readonly singleResult?: { errors?: readonly GraphqlError[] } };
}

const INTERNAL = 'INTERNAL_SERVER_ERROR';

function masked(error: GraphqlError): GraphqlError {
  return error.extensions?.code === INTERNAL ? { ...error, message: 'Internal Server Error', extensions: { code: INTERNAL } } : error;
}

/**
 * A plugin of Apollo's: what went wrong inside is logged, and no part of it, such as a statement of SQL, is told to
 * whoever asked.
 */
export const maskGraphqlErrors = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response }: { response: GraphqlResponse }) => {
        const { singleResult } = response.body;
        if (singleResult?.errors) singleResult.errors = singleResult.errors.map(masked);
        return Promise.resolve();
      },
    }),
};
