import { randomFillSync } from 'node:crypto';

const RADIX = 36;
const TIME_DIGITS = 9;

/** Written in hex they fill a letter and the time up to 24 characters. */
const RANDOM_BYTES = 7;

/** Randomness is fetched for many ids at once: an import makes several for each page. */
const pool = Buffer.alloc(RANDOM_BYTES * 512);
let next = pool.length;

/** A chunk's ids are made within a few milliseconds, and to write a number in letters takes as long as the rest of an id. */
const lastTime = { at: Number.NaN, text: '' };

function timeText(): string {
  const now = Date.now();
  if (now !== lastTime.at) Object.assign(lastTime, { at: now, text: now.toString(RADIX).padStart(TIME_DIGITS, '0') });
  return lastTime.text;
}

/**
 * A new document's id, as long as those that Strapi makes, and like them a letter followed by letters and digits. It begins
 * with the time: ids that are made one after the other lie side by side in an index, which writes a page of it once and not once for each
 * of them. The other 14 characters are random (56 bits).
 */
export function newDocumentId(): string {
  if (next + RANDOM_BYTES > pool.length) {
    randomFillSync(pool);
    next = 0;
  }
  next += RANDOM_BYTES;
  return `n${timeText()}${pool.toString('hex', next - RANDOM_BYTES, next)}`;
}
