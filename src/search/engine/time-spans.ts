import { secondOf } from './order';

/** Spans of about 6 days, 7 weeks, a year and 8 years: each is 8 of the one before, in seconds. */
const SPANS = [2 ** 19, 2 ** 22, 2 ** 25, 2 ** 28];

const TIMES = 8;

/** Moments before 1837 and after 2103 count as the first and the last of these, in seconds since 1970. */
const FARTHEST = 4_200_000_000;

const secondWithin = (order: number) => Math.max(-FARTHEST, Math.min(FARTHEST, secondOf(order)));

const name = (level: number, number: number) => `span${level}_${number}`;

/** The spans that a moment lies in, by name, one of each length. */
export function spansOf(order: number): string[] {
  return SPANS.map((length, level) => name(level, Math.floor(secondWithin(order) / length)));
}

/**
 * The fewest spans that hold all moments between two numbers of the order, both included; at their ends they may hold some more.
 */
export function spansBetween(from: number, to: number): string[] {
  const shortest = SPANS[0] ?? 1;
  const names: string[] = [];
  let first = Math.floor(secondWithin(from) / shortest);
  let last = Math.floor(secondWithin(to) / shortest);
  for (let level = 0; first <= last; level += 1) {
    const isLongest = level === SPANS.length - 1;
    while (first <= last && (isLongest || first % TIMES !== 0)) names.push(name(level, first++));
    while (first <= last && (last + 1) % TIMES !== 0) names.push(name(level, last--));
    first = Math.floor(first / TIMES);
    last = Math.floor((last + 1) / TIMES) - 1;
  }
  return names;
}
