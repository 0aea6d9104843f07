import type { PlanEntry } from './plan/decide';
import type { Known } from './plan/ledger';
import type { Counts } from './report/run-report';
import type { PartnerData, SiteTexts } from './site/site-data';

/** The status that new articles get. Later runs leave the status of an article as it is. */
export type Status = 'draft' | 'published';

/** How a run was asked for, as its history keeps it. */
export type RunOptions = Record<string, string | null>;

/** A plan entry that has something to write. */
export type WritableEntry = Extract<PlanEntry, { action: 'create' | 'update' | 'duplicate' }>;

/**
 * Where stories go. This is the seam between the pipeline and Strapi: whoever writes faster implements it anew, and
 * nothing else changes.
 */
export interface Store {
  /** @returns the id of the new run. */
  beginRun(source: readonly string[], options: RunOptions): Promise<string>;
  endRun(run: string, state: 'finished' | 'failed' | 'interrupted', counts: Counts): Promise<void>;

  /** All that the ledger and the articles tell about some pages, in a fixed number of look-ups. */
  lookUp(pages: readonly string[], storyKeys: readonly string[]): Promise<Known>;

  /**
   * Writes one entry and its ledger item, both or neither.
   *
   * @returns the `documentId` of the article.
   */
  write(entry: WritableEntry, run: string, status: Status): Promise<string>;

  /** The texts of a site that are still empty, and were not emptied by an editor after an import had filled them. */
  missingSiteTexts(locale: string, texts: SiteTexts): Promise<SiteTexts>;
  fillSite(locale: string, texts: SiteTexts, run: string): Promise<void>;

  /** The partners that no import has made yet, and that no one else has either. */
  missingPartners(partners: readonly PartnerData[]): Promise<PartnerData[]>;
  /** @param logo path of a picture file. */
  addPartner(partner: PartnerData, logo: string | null, run: string): Promise<void>;
}
