import type { SiteProfile } from '../profile';
import { decode } from './decode';
import { type Line, readLines } from './lines';
import { formatOfBytes, formatOfText } from './other-formats';
import { report, type Report } from '../report-problem';

/** The lines of a page, and what is wrong with it as a text. */
export interface PageLines {
  /** None where the page can't be read at all. */
  readonly lines: readonly Line[];
  readonly problems: readonly Report[];
}

/**
 * A page of more lines is no article: each becomes a paragraph, which takes some sixty bytes besides its text in the database, and
 * hundreds in every program that reads it.
 */
export const MOST_LINES = 250_000;

const withoutLines = (problem: Report): PageLines => ({ lines: [], problems: [problem] });

/** What is wrong with a file of another format, which is named for what it is. */
export const unreadFormat = (format: string): Report => report.error('format-unread', undefined, format, 'a page text');

/** How much of some lines is left without what matches: a page may be one line of millions of letters. */
const countWithout = (pattern: RegExp, lines: readonly Line[]) =>
  lines.reduce((sum, { text }) => sum + text.replace(pattern, '').length, 0);

/** So many lines are named. */
const NAMED_LINES = 10;

/** A text of which a larger share is damaged tells nothing that could be published. */
const MOST_DAMAGED = 1 / 3;

/** What programs write for letters that they have no place for. */
const [NOT_LOST, NOT_MARKED, NO_LETTER] = [/[^?]/gu, /[^\uFFFD]/gu, /\P{L}/gu];
const FEWEST_LOST = 20;

function reportDamage(damaged: readonly Line[], count: number, lines: readonly Line[]): Report {
  const named = damaged.slice(0, NAMED_LINES).map(({ number }) => number);
  const places = `${damaged.length === 1 ? 'line' : 'lines'} ${named.join(', ')}${damaged.length > NAMED_LINES ? ', …' : ''}`;
  const found = `${count} unreadable ${count === 1 ? 'character' : 'characters'} in ${places}`;
  const isIllegible = count > MOST_DAMAGED * (count + countWithout(NO_LETTER, lines));
  const make = isIllegible ? report.error : report.warning;
  return make('encoding', damaged[0], found, 'a text whose letters can all be read');
}

/** What can't be read in the lines of a page. */
function damageOf(lines: readonly Line[], isTidy: boolean): Report[] {
  const damaged = isTidy ? [] : lines.filter(({ text }) => text.includes('\uFFFD'));
  if (damaged.length > 0) return [reportDamage(damaged, countWithout(NOT_MARKED, damaged), lines)];
  const lost = lines.filter(({ text }) => text.includes('??'));
  const count = countWithout(NOT_LOST, lost);
  return count >= FEWEST_LOST && count > countWithout(NO_LETTER, lines) ? [reportDamage(lost, count, lines)] : [];
}

/**
 * Decodes a page and splits it into lines. Where letters can't be read, a warning says so; where too many can't, an error.
 *
 * @param name the page's, which may tell what a file is that is no text.
 */
export function pageLinesOf(bytes: Uint8Array, { encodings }: SiteProfile, name = ''): PageLines {
  if (bytes.length === 0) return withoutLines(report.error('page-empty', undefined, '0 bytes', 'a page text'));
  const format = formatOfBytes(bytes, name);
  if (format !== null) return withoutLines(unreadFormat(format));
  const decoded = decode(bytes, encodings);
  if (decoded === null) return withoutLines(report.error('binary', undefined, `${bytes.length} bytes that are no text`, 'a page text'));
  const other = formatOfText(decoded.text);
  if (other !== null) return withoutLines(unreadFormat(other));
  const lines = readLines(decoded.text, decoded.isTidy, MOST_LINES + 1);
  if (lines.length > MOST_LINES)
    return withoutLines(report.error('page-too-large', undefined, `more than ${MOST_LINES} lines`, `at most ${MOST_LINES}`));
  if (lines.length === 0) return withoutLines(report.error('page-empty', undefined, 'blank lines only', 'a page text'));
  return { lines, problems: damageOf(lines, decoded.isTidy) };
}
