import type { Core } from '@strapi/strapi';
import { createBulkWriter } from '../bulk/bulk-writer';
import type { BulkWriter, DocumentChange } from '../bulk/documents';
import { createArticles } from './articles';
import type { ArticleWriter, ChunkParts } from './chunk/chunk-writing';
import { type ArticleType, contentModelOf } from './content-model';
import { createCorrections } from './corrections';
import { createEntries } from './entries';
import { createLedger } from './ledger';
import { createTerms } from './terms';
import { createSiteRules } from './site-rules';
import { createImportedViews } from './views';

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Writes articles that are told by the importer's names, each with a language and a status, as their type has them. */
function asArticles({ localized, draftAndPublish, toData }: ArticleType, writer: BulkWriter): ArticleWriter {
  const asTheirs = ({ documentId, locale, status, data }: DocumentChange): DocumentChange => {
    const document: Writable<DocumentChange> = { documentId, data: toData(data) };
    if (localized && locale !== undefined) document.locale = locale;
    if (draftAndPublish && status !== undefined) document.status = status;
    return document;
  };
  return {
    create: (documents) => writer.create(documents.map(asTheirs)),
    update: (changes) => writer.update(changes.map(asTheirs)),
    delete: (places) => writer.delete(localized ? places : places.map(({ documentId }) => ({ documentId }))),
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
