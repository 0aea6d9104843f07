import { z } from 'zod';
import { readEnvironment } from '../../environment/environment';
import { defineRoute, type Route } from '../routing/route';
import { describeRoute } from './describe-route';
import { writeOpenapi } from './openapi';
import { STRAPI_ROUTES } from './strapi-routes';

/** @param routes the routes that it describes, itself among them, once they are all known. */
export const openapiRoute = (routes: () => readonly Route[]): Route =>
  defineRoute({
    method: 'GET',
    path: '/api/openapi.json',
    summary: 'This description, in OpenAPI 3.1',
    permission: undefined,
    parameters: z.strictObject({}),
    answer: z.looseObject({ openapi: z.string(), paths: z.looseObject({}) }),
    caching: { maxAge: 60, staleWhileRevalidate: 600 },
    handle: () =>
      Promise.resolve({ body: writeOpenapi([...routes().map(describeRoute), ...STRAPI_ROUTES], readEnvironment().PUBLIC_URL ?? '/') }),
  });
