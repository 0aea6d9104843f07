import type { ActionEndpoints } from './actions';
import type { HomeEndpoints } from './home';
import type { ImportEndpoints } from './imports';
import type { InboxEndpoints } from './inbox';
import type { PageEndpoints } from './pages';
import type { PartnerEndpoints } from './partners';
import type { RunEndpoints } from './runs';

/**
 * All that the panel may ask of the importer: by method and path below `/importer`, what is sent and what is answered. The
 * server's routes and the panel's requests are both made of it, so that neither knows of one that the other lacks.
 */
export interface Endpoints
  extends ActionEndpoints, HomeEndpoints, ImportEndpoints, InboxEndpoints, PageEndpoints, PartnerEndpoints, RunEndpoints {}

export type EndpointName = keyof Endpoints;

/** What is only read. */
export type ReadName = Extract<EndpointName, `GET ${string}`>;

/** What does something. */
export type ActName = Exclude<EndpointName, ReadName>;

/** `id` of `GET /runs/:id/pages`, say. */
type ParamName<Name extends string> = Name extends `${string}:${infer After}`
  ? After extends `${infer Param}/${infer Rest}`
    ? Param | ParamName<Rest>
    : After
  : never;

type ParamsOf<Name extends EndpointName> = { readonly [Param in ParamName<Name>]: string | number };

type Part<Name extends EndpointName, Key extends 'query' | 'body'> =
  Endpoints[Name] extends Readonly<Record<Key, infer Sent>> ? Sent : undefined;

export type QueryOf<Name extends EndpointName> = Part<Name, 'query'>;
export type BodyOf<Name extends EndpointName> = Part<Name, 'body'>;
export type AnswerOf<Name extends EndpointName> = Endpoints[Name]['answer'];

/** May be left out where it says nothing. */
type Given<Key extends string, Sent> = Sent extends undefined
  ? object
  : Partial<Sent> extends Sent
    ? { readonly [K in Key]?: Sent }
    : { readonly [K in Key]: Sent };

/** What has to be given besides its name to ask for something: parameters of the path, a query. */
export type Place<Name extends EndpointName> = Given<'params', ParamsOf<Name>> & Given<'query', QueryOf<Name>>;

/** The same, with what is sent as the body. */
export type Sent<Name extends EndpointName> = Place<Name> & Given<'body', BodyOf<Name>>;
