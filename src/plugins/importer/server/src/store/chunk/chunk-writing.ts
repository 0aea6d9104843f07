import type { Core } from '@strapi/strapi';
import type { BulkWriter } from '../../bulk/documents';
import type { Transaction } from '../../bulk/rows/tables';
import type { LedgerItem } from '../../import/plan/ledger';
import type { Status } from '../../import/store';
import type { Articles } from '../articles';
import type { ContentModel } from '../content-model';
import type { Corrections } from '../corrections';
import type { Entries } from '../entries';
import type { Ledger, LeftArticle } from '../ledger';
import type { Terms } from '../terms';
import type { SiteRules } from '../site-rules';
import type { ImportedViews } from '../views';

/** The parts of the store that chunks are written with. They last as long as Strapi runs. */
export interface ChunkParts {
  readonly strapi: Core.Strapi;
  readonly content: ContentModel;
  readonly articles: Articles;
  readonly corrections: Corrections;
  readonly entries: Entries;
  readonly ledger: Ledger;
  readonly terms: Terms;
  readonly rules: SiteRules;
  readonly views: ImportedViews;
  /** A writer of articles, by the importer's names of their fields, whose rows bear the given time. New ones bring ids that were made for them. */
  readonly articleWriter: (now: Date) => Pick<BulkWriter, 'create' | 'update' | 'delete'>;
}

/** One chunk while it is being written. */
export interface ChunkWriting extends ChunkParts {
  readonly run: number;
  readonly status: Status;
  readonly transaction: Transaction;
  readonly now: Date;
}

/** Another writer changed an article between the look at it and the writing: whoever asked decides anew. */
export class ChangedMeanwhileError extends Error {}

/** The time that rows bear, as the ledger keeps it. */
export const standingOf = (now: Date): string => String(now.getTime());

/** What the ledger keeps of an article, from an item. */
export const leftBy = ({ targetId, targetLocale, written, standing, published }: LedgerItem): LeftArticle => ({
  ...{ targetId, targetLocale, written, standing, published },
});
