import type { Core } from '@strapi/strapi';
import { completeFirstPublishing } from './api/article/first-publishing';
import { forgetViewsOfDeleted } from './api/article/views/forget-views';
import { addNewsToGraphql } from './graphql/news-in-graphql';
import { addSearchToGraphql } from './graphql/search-in-graphql';
import { addTagsAndAuthorsToGraphql } from './graphql/tags-and-authors';
import { addViewCountingToGraphql } from './graphql/views-in-graphql';
import { letOthersStart, startAlone } from './database/start-alone';
import { watchDatabase } from './database/watch-database';
import { addViewsToPanel } from './api/article/views/views-in-panel';
import { keepDerived } from './derived/keep-derived';
import { rankerOf, registerRanker } from './derived/most-read/ranker';
import { linkUploadedLogos } from './logos/link-uploaded';
import { registerLogos } from './logos/register-logos';
import { boundLoginCounts } from './limits/login-counts';
import { registerRateLimits } from './limits/rate-limits';
import { registerEmbargo } from './news/embargo';
import { readerOf, registerReader } from './news/reader/reader';
import { grantPublicAccess, grantTagsAndAuthors } from './public/grant-public-access';
import { guardGraphql } from './public/guard-graphql';
import { nameMedia } from './public/name-media';
import { guardRest } from './public/guard-rest';
import { makeLocales } from './setup/make-locales';
import { endInTime } from './setup/end-in-time';
import { once } from './setup/once';
import { arrangeArticleForm } from './setup/arrange-article-form';
import { giveNewLocales, giveRoleRights, giveTagRights } from './setup/role-rights';
import { indexerOf, registerIndexer } from './search/index/indexer';
import { registerSearch } from './search/search-of';
import { registerSlugs } from './slugs/register-slugs';
import { keepSlugsUnique } from './slugs/slug-index';
import { registerViewRecorder, viewRecorderOf } from './views/record-view';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    watchDatabase(strapi);
    startAlone(strapi);
    endInTime(strapi);
    registerReader(strapi);
    registerEmbargo(strapi);
    registerIndexer(strapi);
    registerRanker(strapi);
    registerSearch(strapi);
    registerViewRecorder(strapi);
    registerRateLimits(strapi);
    boundLoginCounts(strapi);
    registerSlugs(strapi);
    nameMedia(strapi);
    registerLogos(strapi);
    completeFirstPublishing(strapi);
    forgetViewsOfDeleted(strapi);
    guardRest(strapi);
    guardGraphql(strapi);
    addNewsToGraphql(strapi);
    addTagsAndAuthorsToGraphql(strapi);
    addSearchToGraphql(strapi);
    addViewCountingToGraphql(strapi);
    addViewsToPanel(strapi);
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await once(strapi, 'locales', () => makeLocales(strapi));
    await once(strapi, 'public-access', () => grantPublicAccess(strapi));
    await once(strapi, 'role-rights', () => giveRoleRights(strapi));
    await once(strapi, 'public-tags', () => grantTagsAndAuthors(strapi));
    await once(strapi, 'role-rights-of-tags', () => giveTagRights(strapi));
    await once(strapi, 'article-form-with-tags', () => arrangeArticleForm(strapi));
    giveNewLocales(strapi);
    await keepDerived(strapi);
    await keepSlugsUnique(strapi);
    linkUploadedLogos(strapi);
    await letOthersStart(strapi);
  },

  async destroy({ strapi }: { strapi: Core.Strapi }) {
    await letOthersStart(strapi);
    // Where Strapi is only registered, as for generating types, nothing was opened, and there may be no database.
    if (!strapi.isLoaded) return;
    await viewRecorderOf(strapi).finish();
    await indexerOf(strapi).stop();
    await rankerOf(strapi).stop();
    readerOf(strapi).close();
  },
};
