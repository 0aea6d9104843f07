import type { Throttle } from '../../import/write/throttle';
import type { UndoneEntry } from '../../import/undo/undo-report';

/** What an undo is asked to do. */
export interface UndoRequest {
  readonly run: number;
  /** Only tell what would go and what would stay. */
  readonly dryRun: boolean;
  /** Whether a dry run is kept, with what it tells of each entry. */
  readonly kept?: boolean;
  readonly by: string;
  /** Whether a server carries it out, which is to go on with it after a restart. */
  readonly served?: boolean;
  /** Ends it after the chunk that is being undone. A `StopRequest` as its reason says how. */
  readonly signal?: AbortSignal;
  /** Called with the number of the undoing as soon as there is one. */
  readonly onRun?: (run: number) => void;
  readonly onProgress?: (done: number) => void;
  /** Called with everything that the run had done, the last first, with what has become of it. */
  readonly onEntry?: (entry: UndoneEntry) => void;
  /** How the undo shares database and process with others. */
  readonly throttle?: Throttle;
}
