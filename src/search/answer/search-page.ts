import type { Entry } from '../engine/entry';
import type { Matching, SearchEngine } from '../engine/search-engine';
import { scorerOf } from './score';

/**
 * So many of the newest matches are ranked among each other; then the next so many, and so on. It bounds what a search for a common
 * word costs.
 */
const RANKED_TOGETHER = 100;

/** Where a match stands: the newest and the oldest number of those that it is ranked with, its score, and its own number. */
export type SearchPosition = readonly [newest: number, oldest: number, score: number, order: number];

export interface Match {
  readonly entry: Entry;
  readonly position: SearchPosition;
}

const isAfter = ([, , score, order]: SearchPosition, [, , otherScore, otherOrder]: SearchPosition) =>
  score < otherScore || (score === otherScore && order < otherOrder);

/** The best first, and of those that are as good the newest. */
function rank(entries: readonly Entry[], { queries }: Matching, newest: number, oldest: number): Match[] {
  const scorers = new Map(queries.map((query) => [query.locale, scorerOf(query)]));
  const scored = entries.map((entry): Match => ({
    entry,
    position: [newest, oldest, scorers.get(entry.locale)?.(entry) ?? 0, entry.order],
  }));
  return scored.sort(({ position: one }, { position: other }) => (isAfter(one, other) ? 1 : -1));
}

interface SearchPage {
  readonly matches: readonly Match[];
  readonly hasMore: boolean;
}

/**
 * Matches after a position, the best first, and whether there are more. A page goes on where the last one ended, among the same
 * articles: what is published meanwhile is found by who searches anew.
 */
export async function searchPage(
  engine: SearchEngine,
  matching: Matching,
  after: SearchPosition | undefined,
  limit: number,
): Promise<SearchPage> {
  const matches: Match[] = [];
  let { to } = matching;
  if (after !== undefined) {
    const [newest, oldest] = after;
    const same = await engine.newest({ ...matching, from: Math.max(matching.from, oldest), to: Math.min(to, newest) }, 2 * RANKED_TOGETHER);
    matches.push(...rank(same, matching, newest, oldest).filter(({ position }) => isAfter(position, after)));
    to = oldest - 1;
  }
  while (matches.length <= limit) {
    const found = await engine.newest({ ...matching, to }, RANKED_TOGETHER);
    const [first, last] = [found[0], found.at(-1)];
    if (first === undefined || last === undefined) break;
    matches.push(...rank(found, matching, first.order, last.order));
    if (found.length < RANKED_TOGETHER) break;
    to = last.order - 1;
  }
  return { matches: matches.slice(0, limit), hasMore: matches.length > limit };
}
