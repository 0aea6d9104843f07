import { longestKey, shortLineKey } from './folding';
import type { Line } from '../read/document';
import { ENOUGH_PAGES, type LearntSite } from '../survey/learn-site';

/** What stands above the meta line. */
export interface Head {
  readonly slogan: Line | null;
  readonly title: Line | null;
  /** Lines below the headline that belong to the story. */
  readonly more: readonly Line[];
}

/** A single line of this length above the meta line is a headline rather than a slogan. */
const SURELY_HEADLINE = 40;

function isSlogan({ text }: Line, { slogans }: LearntSite): boolean {
  const key = shortLineKey(text, longestKey(slogans));
  return key !== null && slogans.has(key);
}

function isHeadline(line: Line, learnt: LearntSite): boolean {
  if (isSlogan(line, learnt)) return false;
  return learnt.slogans.size > 0 || learnt.pages >= ENOUGH_PAGES || line.text.length >= SURELY_HEADLINE;
}

/**
 * Tells slogan and headline apart. The slogan is the top line, if there are several; a page with one line above its
 * date has lost one of the two, and what other pages show decides which.
 *
 * @param lines the lines above the meta line.
 */
export function readHead(lines: readonly Line[], learnt: LearntSite): Head {
  const [first, ...rest] = lines;
  if (first === undefined) return { slogan: null, title: null, more: [] };
  if (rest.length === 0)
    return isHeadline(first, learnt) ? { slogan: null, title: first, more: [] } : { slogan: first, title: null, more: [] };

  const candidates = rest.filter((line) => !isSlogan(line, learnt));
  const phrases = candidates.filter((line) => !line.text.endsWith('.'));
  const title = phrases.find((line) => line.text.length >= SURELY_HEADLINE) ?? phrases.at(-1) ?? candidates.at(-1) ?? null;
  return { slogan: first, title, more: title === null ? [] : candidates.slice(candidates.indexOf(title) + 1) };
}
