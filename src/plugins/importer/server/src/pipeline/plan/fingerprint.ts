import { createHash } from 'node:crypto';
import type { WholeStory } from '../story';

const HEX_DIGITS = 32;

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, part]) => [key, sorted(part)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** SHA-256 of a JSON value, cut to 128 bits, in hex. The order of keys makes no difference: databases change it. */
export function fingerprint(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(value) ?? null))
    .digest('hex')
    .slice(0, HEX_DIGITS);
}

/** Two pages with the same key hold the same story, whatever their names, rubrics and view counts. */
export function storyKey({ title, datePublished, locale, paragraphs }: WholeStory): string {
  return fingerprint({ title, datePublished, locale, paragraphs });
}

/** Changes with everything that an import writes of a story. */
export function contentHash({ title, datePublished, locale, paragraphs, category, views }: WholeStory): string {
  return fingerprint({ title, datePublished, locale, paragraphs, category, views });
}
