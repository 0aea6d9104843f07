import type { DateWords } from './dates/date-words';
import type { Line } from '../read/lines';
import { findMetaLine } from './find-meta-line';
import { type Knowledge, type Parsed, parsePageText } from './recognise-article';

/** A way in which pages are laid out: a cheap look whether a page is laid out so, and the reading of it. */
export interface Format {
  readonly name: string;
  readonly isMine: (lines: readonly Line[], words: DateWords) => boolean;
  readonly parse: (lines: readonly Line[], knowledge: Knowledge) => Parsed;
}

const PAGE_TEXT: Format = { name: 'page-text', isMine: (lines, words) => findMetaLine(lines, words) !== null, parse: parsePageText };

/** Every layout that is known. The first whose `isMine` agrees reads the page. */
const FORMATS: readonly Format[] = [PAGE_TEXT];

/** The format of a page. One that no format claims is read as a page text, whose problems then say what it lacks. */
export function formatOf(lines: readonly Line[], words: DateWords): Format {
  // The last format is not asked when it is the page text anyway.
  const asked = FORMATS.at(-1) === PAGE_TEXT ? FORMATS.slice(0, -1) : FORMATS;
  return asked.find(({ isMine }) => isMine(lines, words)) ?? PAGE_TEXT;
}
