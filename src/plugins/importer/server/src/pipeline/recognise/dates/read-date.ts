import type { Clock } from './clock';
import type { DateWords } from './date-words';
import { findWrittenDate } from './written-date';

/** The moment that a text tells, in ISO 8601 and UTC; null where it tells none that exists. ISO 8601 is read like any other way to write it. */
export function readDate(text: string, clock: Clock, words: DateWords): string | null {
  const written = findWrittenDate(text, words);
  return written === null ? null : (clock.momentOf(written)?.iso ?? null);
}
