import type { PlaceOfPages } from './place-of-pages';
import type { ImportOrder } from '../../../shared/contracts/imports';
import type { Ending } from './ending';
import type { CorrectedPage, Correction } from './correction';
import type { Known, RememberedPage } from './plan/ledger';
import type { PlanEntry } from './plan/plan-entry';
import type { ReadPage } from './plan/decide';
import type { KnownSite } from './survey/known-site';
import type { NearDuplicates } from './report/near-duplicates';
import type { ReportedPage, SiteChange } from './report/run-report';
import type { Tally } from './report/tally';
import type { ObservedSite } from './site/observe-site';
import type { PartnerData, SiteTexts } from './site/site-data';
import { MessageError } from '../messages/message';

/** The status that new articles get. Later runs leave the status of an article as it is. */
export type Status = 'draft' | 'published';

/** An import writes; a preview is kept with what it tells of each page; of a dry run nothing is kept. */
export type RunMode = 'import' | 'preview' | 'dry-run';

/** How a run was asked for, as its history keeps it. */
export interface RunRequest {
  readonly mode: RunMode;
  readonly source: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | null>>;
  readonly status: Status;
  /** Who asked for it. */
  readonly by: string;
  /** Two requests with one key are the same: the second goes on where the first was interrupted. Null for one that no other can be. */
  readonly key: string | null;
  /** The full paths of the source, and the folder that its pages are named below. */
  readonly place: PlaceOfPages;
  /** Whether a server carries it out, which is to go on with it after a restart. */
  readonly served: boolean;
  /** What was ordered in the panel; null for what was not. */
  readonly order: ImportOrder | null;
  /** The run to go on with; null for the one that was asked for with the same key, if any. */
  readonly goOn: number | null;
}

/** How far a run has come. Kept in the transaction of each chunk. */
export interface Progress {
  /** Pages that are done. */
  readonly position: number;
  /** The last of them. */
  readonly lastPage: string | null;
  readonly tally: Tally;
  readonly observed: ObservedSite;
}

/** What was decided upon for some pages. */
export interface PlannedChunk {
  readonly entries: readonly PlanEntry[];
  /** What it was decided by. */
  readonly known: Known;
  /** How far the run has come when it is carried out. */
  readonly progress: Progress;
}

/** An entry of a plan that was carried out, with the article that the page belongs to. */
export interface Outcome {
  readonly entry: PlanEntry;
  readonly documentId: string | null;
}

/** A story that near-duplicates are looked for among. */
export interface Sketched {
  /** By which `tellersOf` finds it. */
  readonly id: number;
  readonly sketch: string;
  /** Whether this run has written it. */
  readonly isNew: boolean;
}

/** The page that tells a story, and its article. */
export interface Teller {
  readonly page: string;
  readonly documentId: string | null;
}

/** What a run may do with the site's own texts and its partners. */
export interface SiteWriter {
  /** The texts of a site that are still empty, and were not emptied by an editor after an import had filled them. */
  missingSiteTexts(locale: string, texts: SiteTexts): Promise<SiteTexts>;
  fillSite(locale: string, texts: SiteTexts): Promise<void>;
  /** The partners that no import has made yet, and that no one else has either. */
  missingPartners(partners: readonly PartnerData[]): Promise<PartnerData[]>;
  /** @param logo path of a picture file. */
  addPartner(partner: PartnerData, logo: string | null): Promise<void>;
}

/** One run while it goes on. */
export interface OpenRun extends SiteWriter {
  /** The run's number; null for a dry run. */
  readonly id: number | null;
  /** Where it was interrupted; null for a run that begins. */
  readonly resumed: Progress | null;

  /** Tells how many pages there are. */
  counted(total: number): Promise<void>;

  /** How somebody wants the run to end, who need not be in this process; null where nobody does. To be asked before each chunk. */
  stopRequest(): Promise<Ending | null>;

  /** Gives up what was interrupted, and begins anew: the source is no longer what it was. */
  restart(): Promise<void>;

  /** Keeps what is known about the site, so that one of the pages can be read later as this run reads it. */
  keepKnown(site: KnownSite): Promise<void>;

  /** What of the ledger tells whether some pages must be read. */
  lookUpPages(pages: readonly string[]): Promise<ReadonlyMap<string, RememberedPage>>;

  /** What people have said of some pages, by name: of their bytes, whatever their names were then, or else of what had the name. */
  lookUpCorrections(pages: readonly CorrectedPage[]): Promise<ReadonlyMap<string, Correction>>;

  /** All that is known about the pages of a chunk. */
  lookUp(pages: readonly ReadPage[]): Promise<Known>;

  /**
   * Carries out what was decided upon, in one transaction: articles, ledger, and how far the run has come, all or nothing.
   *
   * @returns null where nothing was written for a reason that passes. By now something else may stand: look it up, and decide anew.
   * @throws what fails for a reason of its own, or goes on failing; LeaseLostError.
   */
  commit(chunk: PlannedChunk): Promise<readonly Outcome[] | null>;

  /** What the run has done so far, in its order, the pages that are simply unchanged left out. */
  pages(): AsyncIterable<ReportedPage>;
  siteChanges(): Promise<readonly SiteChange[]>;

  /** All stories that articles were made of, some thousand at a time. */
  sketches(): AsyncIterable<readonly Sketched[]>;

  /** What some of them are told by, by their ids. */
  tellersOf(ids: readonly number[]): Promise<ReadonlyMap<number, Teller>>;

  end(state: 'finished' | Ending, progress: Progress, nearDuplicates: NearDuplicates): Promise<{ durationMs: number }>;

  /** Notes that the run has failed, and how far it has come. It never rejects: what it is told of tells more. */
  fail(cause: unknown, progress: Progress): Promise<void>;

  /** Gives back what the run holds: the right to write, above all. */
  close(): Promise<void>;
}

/** Where stories go. This is the seam between the pipeline and Strapi: it answers questions and commits plans, and calls nobody back. */
export interface Store {
  /**
   * Opens a run. Only one import is open at a time, whichever process or node it is in; previews and dry runs wait for nobody.
   *
   * @throws BusyError when another import is running.
   */
  open(request: RunRequest): Promise<OpenRun>;
}

/** Another import holds the right to write. Its message says who, since when, and what to do. */
export class BusyError extends MessageError {}

/** There is no such run, or it can't be undone. The message says which. */
export class UndoError extends MessageError {}

/** This import has lost the right to write, because it was not heard of for too long, and another has taken over. */
export class LeaseLostError extends MessageError {}
