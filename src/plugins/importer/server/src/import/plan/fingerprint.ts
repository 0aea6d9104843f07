import { hash } from 'node:crypto';
import type { WholeStory } from '../story';

const HEX_DIGITS = 32;

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, part]) => [key, sorted(part)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const digest = (json: string | Uint8Array) => hash('sha256', json, 'hex').slice(0, HEX_DIGITS);

/** SHA-256 of a JSON value, cut to 128 bits, in hex. The order of keys makes no difference: databases change it. */
export const fingerprint = (value: unknown): string => digest(JSON.stringify(sorted(value) ?? null));

/** A longer name fits no index of PostgreSQL together with the rest of a key. */
const LONGEST_KEY = 200;

/** The key of a page in the database: its name, so that neighbours in a run are neighbours in the index; for a long name its fingerprint. */
export const pageKey = (page: string): string => (page.length <= LONGEST_KEY ? page : fingerprint(page));

/** The fingerprint of a JSON value whose keys are in order already, all the way down. */
const fingerprintInOrder = (value: unknown): string => digest(JSON.stringify(value));

/** The same of one that is JSON in UTF-8 already. */
export const fingerprintOfJson = (json: Uint8Array): string => digest(json);

/**
 * Two pages with the same key hold the same story, whatever their names, categories and view counts.
 *
 * @param body the fingerprint of the story's text.
 */
export function storyKey({ title, datePublished, locale }: WholeStory, body: string): string {
  return fingerprintInOrder([title, datePublished, locale, body]);
}

/** Changes with everything that an import writes of a story. @param key the key of the story. */
export function contentHash({ category, views, ...story }: WholeStory, key: string): string {
  const { description, dateModified, tags, byline, authors, originalUrl } = story;
  const more = [description, dateModified, tags, byline, authors, originalUrl];
  // What has none of these has the hash that it had before there were any.
  const isPlain = more.every((value) => value === null || value.length === 0);
  return fingerprintInOrder(isPlain ? [key, category, views] : [key, category, views, ...more]);
}
