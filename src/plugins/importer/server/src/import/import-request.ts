import type { ImportOrder } from '../../../shared/contracts/imports';
import type { Throttle } from './write/throttle';
import type { Choices } from './plan/three-way';
import type { Problem } from './problem';
import type { SiteProfile } from './profile';
import type { ReportedPage } from './report/run-report';
import type { Status } from './store';
import type { KnownSite } from './survey/known-site';
import type { Place } from './source/found';

/** Some pages of what an earlier run imported, and what that run knew about their site. */
interface PagesOfRun {
  readonly pages: readonly Place[];
  readonly known: KnownSite;
  /** For people: what is imported. */
  readonly source: readonly string[];
}

/** What an import is asked to do. */
export interface ImportRequest {
  readonly paths: readonly string[];
  readonly profile: SiteProfile;
  /** The folder that pages are named below: the working directory, unless another is given. */
  readonly base?: string;
  readonly status: Status;
  readonly dryRun: boolean;
  /** Whether a dry run is kept, with what it tells of each page. */
  readonly kept?: boolean;
  /** What people are told was imported, where that is not the paths. */
  readonly label?: readonly string[];
  /** What was ordered in the panel. */
  readonly order?: ImportOrder;
  /** Whether a server carries it out, which is to go on with it after a restart. */
  readonly served?: boolean;
  /** The run to go on with. Without it, the run that the same request has left open is gone on with. */
  readonly goOn?: number;
  /** Called with the run's number as soon as there is one; again, where another had to be begun in its place. */
  readonly onRun?: (run: number) => void;
  /** Who asks, for the history. */
  readonly by?: string;
  /** Recognise again what an older importer has imported, and update what it reads otherwise. */
  readonly redo?: boolean;
  /** Imports these pages of an earlier run only. Its site need not be learnt anew, and nothing about the site itself is written. */
  readonly only?: PagesOfRun;
  /** What a person says to the conflicts of some pages, by the page's name. */
  readonly settle?: ReadonlyMap<string, Choices>;
  /** Called when the run has the right to write, before it reads a page. Where it rejects, the run has failed. */
  readonly onBegin?: (run: number | null) => Promise<void>;
  /** Ends the run after the chunk that is being written. A `StopRequest` as its reason says how. */
  readonly signal?: AbortSignal;
  /** What `-` among the paths stands for; without it, `-` is refused. */
  readonly standardInput?: AsyncIterable<Uint8Array>;
  /** A folder that pages with errors are written into, so that they can be corrected and imported again. */
  readonly quarantine?: string;
  /** How the import shares database and process with others. */
  readonly throttle?: Throttle;
  /** Threads that recognise pages; as many as pay when left out. */
  readonly threads?: number;
  /** Called after every chunk with how many pages of how many are done; while pages are counted, how many were found of a number unknown. */
  readonly onProgress?: (done: number, total: number | null) => void;
  /** Called with every page that is not simply unchanged, in their order; of those before an interruption too. */
  readonly onPage?: (page: ReportedPage) => void;
  /** Called with problems that are of no page: of data about the site, above all. */
  readonly onProblem?: (problem: Problem) => void;
}
