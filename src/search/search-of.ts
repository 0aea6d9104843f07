import type { Core } from '@strapi/strapi';
import { createSearch, type SearchAnswer, type SearchRequest } from './answer/search-news';

const NAME = 'newsroom.search';

/** The search of a running Strapi, once `registerSearch` was called and the database is open. */
export const searchOf = (strapi: Core.Strapi) => strapi.get<(request: SearchRequest) => Promise<SearchAnswer>>(NAME);

/** Call it in `register`. */
export function registerSearch(strapi: Core.Strapi): void {
  strapi.add(NAME, () => createSearch(strapi));
}
