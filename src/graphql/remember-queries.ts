import { type OperationDefinitionNode, OperationTypeNode } from 'graphql';

interface Response {
  readonly operation?: OperationDefinitionNode;
  readonly contextValue: { readonly koaContext?: { readonly state: Record<string, unknown> } };
  readonly response: { readonly body: { readonly kind: string; readonly singleResult?: { readonly errors?: readonly unknown[] } } };
}

/** Where a request's state tells that it was a query without a problem. */
export const WAS_QUERY = 'newsroomQuery';

/** A plugin of Apollo's: tells the middleware around it which requests only read. */
export const rememberQueries = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse({ operation, contextValue, response }: Response) {
        const { koaContext } = contextValue;
        const { singleResult } = response.body;
        if (koaContext && singleResult && singleResult.errors === undefined && operation?.operation === OperationTypeNode.QUERY) {
          koaContext.state[WAS_QUERY] = true;
        }
        return Promise.resolve();
      },
    }),
};
