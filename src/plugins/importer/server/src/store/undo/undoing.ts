import type { ChunkParts } from '../chunk/chunk-writing';
import type { KeptRun, Runs } from '../runs';
import type { UndoRequest } from './undo-request';

/** An undo while it goes on. */
export interface Undoing {
  readonly parts: ChunkParts;
  readonly runs: Runs;
  readonly request: UndoRequest;
  readonly removedOf: Map<string, number>;
  /** The run that is undone. */
  readonly target: KeptRun;
}
