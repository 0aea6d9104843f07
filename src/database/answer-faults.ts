import type { Core } from '@strapi/strapi';
import { databaseFaultOf } from '../plugins/importer/server/src/database/database-fault';
import { DATABASE_FAULT } from './watch-database';

type Context = Parameters<Core.MiddlewareHandler>[0];

const STATUS = 503;
const RETRY_AFTER_SECONDS = '5';
const MESSAGE = 'The database does not answer at the moment. Please try again shortly.';
const REST = { data: null, error: { status: STATUS, name: 'ServiceUnavailableError', message: MESSAGE, details: {} } };
const GRAPHQL = { errors: [{ message: MESSAGE, extensions: { code: 'SERVICE_UNAVAILABLE' } }] };

const hasFault = (state: Readonly<Record<string, unknown>>) => state[DATABASE_FAULT] !== undefined;

function answer(context: Context, body: object): void {
  context.set({ 'Retry-After': RETRY_AFTER_SECONDS, 'Cache-Control': 'no-store' });
  context.remove('Content-Encoding');
  context.status = STATUS;
  context.body = body;
}

/**
 * Middleware: a request that the database has failed is answered with 503. Strapi would make of it what its own reading of the
 * error leads to: 500 mostly, but also 401, because no permission was found, or 400, because no locale was.
 */
export function answerFaults(strapi: Core.Strapi): Core.MiddlewareHandler {
  const endpoint = strapi.plugin('graphql').config<string>('endpoint');
  return async (context, next) => {
    const body = context.path === endpoint ? GRAPHQL : REST;
    try {
      await next();
      if (hasFault(context.state) && context.status >= 400) answer(context, body);
    } catch (cause) {
      // What others have asked at the same moment fails for them all, and only for one of them in its own request.
      if (!hasFault(context.state) && databaseFaultOf(cause) === null) throw cause;
      answer(context, body);
    }
  };
}

interface GraphqlResponse {
  readonly contextValue: { readonly koaContext?: { readonly state: Readonly<Record<string, unknown>> } };
  readonly response: {
    readonly body: { readonly kind: string; readonly singleResult?: { readonly errors?: readonly unknown[] } };
    readonly http: { status?: number };
  };
}

/** A plugin of Apollo's: tells the middleware above of problems, which GraphQL would answer with 200. */
export const refuseOnFaults = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse({ contextValue: { koaContext }, response }: GraphqlResponse) {
        if (koaContext && hasFault(koaContext.state) && response.body.singleResult?.errors) response.http.status = STATUS;
        return Promise.resolve();
      },
    }),
};
