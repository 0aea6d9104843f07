import type { Core } from '@strapi/strapi';
import { createBulkWriter } from '../bulk/bulk-writer';
import type { BulkWriter, Status } from '../bulk/documents';
import { createArticles } from './articles';
import type { ChunkParts } from './chunk/chunk-writing';
import { type ArticleType, contentModelOf } from './content-model';
import { createCorrections } from './corrections';
import { createEntries } from './entries';
import { createLedger } from './ledger';
import { createTerms } from './terms';
import { createSiteRules } from './site-rules';
import { createImportedViews } from './views';

interface Placed {
  readonly locale?: string;
  readonly status?: Status;
}

/** Writes articles that are told by the importer's names, each with a language and a status, as their type has them. */
function asArticles(
  { localized, draftAndPublish, toData }: ArticleType,
  writer: BulkWriter,
): Pick<BulkWriter, 'create' | 'update' | 'delete'> {
  const placed = <Document extends Placed>({ locale, status, ...document }: Document) => ({
    ...document,
    ...(localized && locale !== undefined ? { locale } : {}),
    ...(draftAndPublish && status !== undefined ? { status } : {}),
  });
  return {
    create: (documents) => writer.create(documents.map((document) => ({ ...placed(document), data: toData(document.data) }))),
    update: (changes) => writer.update(changes.map((change) => ({ ...placed(change), data: toData(change.data) }))),
    delete: (places) => writer.delete(places.map(placed)),
  };
}

export function createChunkParts(strapi: Core.Strapi): ChunkParts {
  const [ledger, entries, content] = [createLedger(strapi), createEntries(strapi), contentModelOf(strapi)];
  const clock = { now: new Date() };
  const writer = createBulkWriter(strapi, content.article.uid, { now: () => clock.now, idsAreNew: true });
  const articleWriter = asArticles(content.article, writer);
  return {
    ...{ strapi, content, ledger, entries, articles: createArticles(strapi, content), views: createImportedViews(strapi, content) },
    ...{ corrections: createCorrections(strapi), rules: createSiteRules(strapi) },
    terms: createTerms({ strapi, ledger, entries, content }),
    articleWriter(now) {
      clock.now = now;
      return articleWriter;
    },
  };
}
