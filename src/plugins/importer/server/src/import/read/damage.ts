import { report, type Report } from '../report-problem';
import type { Line } from './document';

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

/** What can't be read in the lines of a document. */
export function damageOf(lines: readonly Line[], isTidy: boolean): Report[] {
  const damaged = isTidy ? [] : lines.filter(({ text }) => text.includes('\uFFFD'));
  if (damaged.length > 0) return [reportDamage(damaged, countWithout(NOT_MARKED, damaged), lines)];
  const lost = lines.filter(({ text }) => text.includes('??'));
  const count = countWithout(NOT_LOST, lost);
  return count >= FEWEST_LOST && count > countWithout(NO_LETTER, lines) ? [reportDamage(lost, count, lines)] : [];
}
