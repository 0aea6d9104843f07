import { feedRoute } from '../feed/feed-route';
import { mostReadRoute } from '../most-read/most-read-route';
import { nextRoute, previousRoute } from '../neighbours/neighbour-routes';
import { searchRoute } from '../../search/search-route';
import { slugRoute } from '../slug/slug-route';
import { openapiRoute } from '../openapi/openapi-route';
import { feedRoutes } from '../../syndication/feed-routes';
import { sitemapRoutes } from '../../syndication/sitemap-routes';
import { viewsRoute } from '../../views/views-route';
import type { Route } from './route';

/**
 * Every route of the news API. To add one, make a file with `defineRoute` beside what it answers with, and name it here: it is
 * then served, checked, cached, described at `/api/openapi.json` and called by the test of that description.
 */
export const ROUTES: readonly Route[] = [
  feedRoute,
  slugRoute,
  previousRoute,
  nextRoute,
  mostReadRoute,
  searchRoute,
  viewsRoute,
  ...feedRoutes,
  ...sitemapRoutes,
  openapiRoute(() => ROUTES),
];
