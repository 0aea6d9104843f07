/** Places within a second of the archive's time: that many articles of one second stand in an order of their own. */
export const PLACES = 16_384;

/** Seconds that JavaScript's dates reach at most, rounded up; with `PLACES` they stay below the largest safe integer. */
const FARTHEST = 250_000_000_000;

const clamp = (seconds: number) => Math.max(-FARTHEST, Math.min(FARTHEST, Math.floor(seconds)));

/** The first number of a moment in the order of entries, in which newer articles have higher numbers. */
export const firstOf = (milliseconds: number): number => clamp(milliseconds / 1000) * PLACES;

/** The last number of a moment. */
export const lastOf = (milliseconds: number): number => firstOf(milliseconds) + PLACES - 1;

/** The second since 1970 that a number stands for. */
export const secondOf = (order: number): number => Math.floor(order / PLACES);

/** The first number, which is that of articles without a date. */
export const LOWEST = -FARTHEST * PLACES;

/** A place within a second that follows from a document and its language (FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/). */
export function placeOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  return (hash >>> 0) % PLACES;
}
