import type { Core } from '@strapi/strapi';
import { createBulkWriter } from '../bulk/bulk-writer';
import { createArticles } from './articles';
import type { ChunkParts } from './chunk/chunk-writing';
import { createCorrections } from './corrections';
import { createEntries } from './entries';
import { createLedger } from './ledger';
import { createTerms } from './terms';
import { createSiteRules } from './site-rules';
import { ARTICLE } from './uids';
import { createImportedViews } from './views';

export function createChunkParts(strapi: Core.Strapi): ChunkParts {
  const [ledger, entries] = [createLedger(strapi), createEntries(strapi)];
  const clock = { now: new Date() };
  const writer = createBulkWriter(strapi, ARTICLE, { now: () => clock.now, idsAreNew: true });
  return {
    ...{ strapi, ledger, entries, articles: createArticles(strapi), views: createImportedViews(strapi) },
    ...{ corrections: createCorrections(strapi), rules: createSiteRules(strapi) },
    terms: createTerms(strapi, ledger, entries),
    articleWriter(now) {
      clock.now = now;
      return writer;
    },
  };
}
