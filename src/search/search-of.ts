import type { Core } from '@strapi/strapi';
import { createSearch, type SearchAnswer, type SearchRequest } from './answer/search-news';

const NAME = 'newsroom.search';

/** The search of a running Strapi, once `registerSearch` was called and the database is open. */
export const searchOf = (strapi: Core.Strapi) => strapi.get(NAME as never) as (request: SearchRequest) => Promise<SearchAnswer>;

/** Call it in `register`. */
export function registerSearch(strapi: Core.Strapi): void {
  strapi.add(NAME as never, () => createSearch(strapi));
}
