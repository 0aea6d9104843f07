import type { PickedFile } from './picked-file';

export interface LostFile {
  readonly picked: PickedFile;
  /** Why, in a sentence for people. */
  readonly message: string;
}

/** How an upload stands. */
export interface Uploading {
  /** The server's name for it. */
  readonly id: string;
  /** Of its first file. */
  readonly name: string;
  readonly files: number;
  readonly bytes: number;
  readonly sentFiles: number;
  readonly sentBytes: number;
  readonly lost: readonly LostFile[];
  readonly isGoing: boolean;
}
