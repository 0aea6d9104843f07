import type { Block } from '../blocks';
import type { Correction } from '../correction';
import type { StoryPrints } from '../plan/describe-story';
import type { Content, Place } from '../source/found';
import type { Recognition } from '../recognise/recogniser';
import type { Story, ToldStory } from '../story';

/** A page that is to be read. Exactly one of `file` and `content` says where its bytes are. */
export interface PageTask extends Place {
  /** Its bytes, as far as they can be counted before it is read: a long page is not read in the thread that others wait for. */
  readonly size: number;
  /** A plain file on disk, which the pool opens and reads itself. */
  readonly file?: string;
  /** What was read already, out of an archive or from standard input. It belongs to the pool from then on. */
  readonly content?: Content;
  /** Hash of the bytes when they were imported last: a page that still has it is not recognised again. */
  readonly knownHash: string | null;
  /** What a person has said of the page, if it still holds the same bytes. */
  readonly given?: Pick<Correction, 'fields' | 'pageHash'>;
}

/** What was recognised in a page, and what is kept of it besides. */
export interface Recognised extends Omit<Recognition, 'story'> {
  readonly story: ToldStory;
  /** The story's blocks, where each part of it comes from, and how sure it is; null where nobody asked for them. */
  readonly shown: (Pick<Story, 'provenance' | 'confidence'> & { readonly body: readonly Block[] }) | null;
  /** Fingerprints of a story that has all that an article must have; else null. */
  readonly prints: StoryPrints | null;
  /** What `sketchOf` makes of the story's paragraphs; null where there are none. */
  readonly sketch: string | null;
  /** The bytes of a page that has an error, if the pool was asked to keep them and they could be read; else null. */
  readonly bytes: Uint8Array | null;
}

/** What became of a task. */
export interface ReadPage extends Place {
  /** As `pageHash` makes it; null for a page that can't be read. */
  readonly pageHash: string | null;
  /** Null where the bytes are the ones that `knownHash` knows. */
  readonly recognition: Recognised | null;
}
