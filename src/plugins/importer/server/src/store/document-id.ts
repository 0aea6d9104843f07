import { randomUUID } from 'node:crypto';

const LENGTH = 24;
const RADIX = 36;
const TIME_DIGITS = 9;

/**
 * A new document's id, as long as those that Strapi makes, and like them a letter followed by letters and digits. It begins
 * with the time: ids that are made one after the other lie side by side in an index, which writes a page of it once and not once for each
 * of them. The other 14 characters are random (56 bits).
 */
export function newDocumentId(): string {
  const time = Date.now().toString(RADIX).padStart(TIME_DIGITS, '0');
  return `n${time}${randomUUID().replaceAll('-', '')}`.slice(0, LENGTH);
}
