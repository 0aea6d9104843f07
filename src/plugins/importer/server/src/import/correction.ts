import type { CorrectedField } from '../../../shared/contracts/pages';
import type { Origin } from './read/document';

/** A line of a page, or a fact that it declares, in which a value was found. */
export interface GivenLine {
  /** Of a line its number, counted from 1; of a fact its place. */
  readonly number: Origin;
  /** As it was read then: a page that has changed may have another in its place. */
  readonly text: string;
  /** Whether the line says nothing but the value, and at most a label before it: then it is no part of the body. */
  readonly isWhole: boolean;
}

/** What a person, or a rule of the site, says of a field. */
export interface GivenValue {
  /** A date in ISO 8601 and UTC. */
  readonly value: string;
  /** Null for a value that does not stand on the page. */
  readonly line: GivenLine | null;
}

export type GivenFields = Readonly<Partial<Record<CorrectedField, GivenValue>>>;

/**
 * What a person has said of a page. It holds in every run from then on, for the bytes that it was said of: another page may come
 * under the same name, and the page itself under another.
 */
export interface Correction {
  /** Null for a page that could not be read, and is known by its name. */
  readonly pageHash: string | null;
  readonly fields: GivenFields;
  /** Whether the page is to be left out. */
  readonly leftOut: boolean;
  readonly by: string;
}

/** A page that corrections are looked up for. */
export interface CorrectedPage {
  readonly page: string;
  /** Tells the hash of its bytes, where they are known: asked for only if anybody has corrected anything. */
  readonly hash: () => string | null;
}
