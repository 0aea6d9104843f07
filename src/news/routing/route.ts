import type { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import type { z } from 'zod';
import type { Limited } from '../../limits/rate-limits';

/** What a route may need to know of a request besides its parameters. */
export interface NewsRequest {
  /** Address of whoever asks; behind a proxy (`IS_PROXIED`) the one that the proxy tells. */
  readonly ip: string;
  /** A header's value; empty where there is none. */
  header(name: string): string;
}

/** What a route answers. A problem is thrown instead, as one of Strapi's errors. */
export interface NewsAnswer {
  /** An object becomes JSON; a text is sent as it is, and so is a stream. */
  readonly body: object | string | Readable;
  readonly headers?: Readonly<Record<string, string>>;
}

/** How long answers may be kept by browsers and proxies, in seconds. */
interface Caching {
  readonly maxAge: number;
  readonly staleWhileRevalidate: number;
}

interface Description<Parameters extends z.ZodObject> {
  readonly method: 'GET' | 'POST';
  /** As OpenAPI writes it: `/api/articles/slug/{slug}`. A part in braces is one segment or a part of one. */
  readonly path: string;
  /** One line for the description of the API. */
  readonly summary: string;
  /** The public role needs this permission; undefined where there is nothing to ask. */
  readonly permission: string | undefined;
  /** What the public role needs besides, by what is asked for. */
  readonly alsoNeeds?: (parameters: z.output<Parameters>) => readonly string[];
  /** All parameters of path and query, by name; each is given as a text. One that is not here is refused (400). */
  readonly parameters: Parameters;
  /** The schema of a JSON answer, or the media type of another. */
  readonly answer: z.ZodType | { readonly mediaType: string };
  /** `false` for what must be done anew for each request: it is neither shared nor kept anywhere. */
  readonly caching: Caching | false;
  /** The limit that requests count towards, by address; none where it is left out. */
  readonly limited?: Limited;
  /** Whether the answer's body is a stream, which is too long to be kept: it is made anew for each request, and has no ETag. */
  readonly isStreamed?: boolean;
  /** @throws errors.NotFoundError, errors.ValidationError and their like, which become answers in Strapi's error shape. */
  handle(strapi: Core.Strapi, parameters: z.output<Parameters>, request: NewsRequest): Promise<NewsAnswer>;
}

/** A route with its parameters still as texts. `parse` has no side effects and throws a ZodError. */
export interface Route extends Omit<Description<z.ZodObject>, 'handle' | 'alsoNeeds'> {
  parse(given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
  alsoNeeds(parameters: Readonly<Record<string, unknown>>): readonly string[];
  handle(strapi: Core.Strapi, parameters: Readonly<Record<string, unknown>>, request: NewsRequest): Promise<NewsAnswer>;
}

/** Types a route by its schema of parameters. */
export function defineRoute<Parameters extends z.ZodObject>(description: Description<Parameters>): Route {
  return {
    ...description,
    parse: (given) => description.parameters.parse(given),
    alsoNeeds: (parameters) => description.alsoNeeds?.(parameters as z.output<Parameters>) ?? [],
    handle: (strapi, parameters, request) => description.handle(strapi, parameters as z.output<Parameters>, request),
  };
}
