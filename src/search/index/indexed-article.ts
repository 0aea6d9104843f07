import { analyseArticle } from '../terms/analyse-article';
import { plainText } from '../terms/plain-text';
import type { Row } from '../../news/reader/reader';
import type { Terms } from '../terms/analyse-article';
import { firstOf, LOWEST, placeOf, PLACES } from '../engine/order';

/** A published article as it goes into the index. */
export interface IndexedArticle {
  readonly key: string;
  readonly documentId: string;
  readonly locale: string;
  /** Document id of its category. */
  readonly category: string | null;
  /** The numbers of its second in the order of entries, and the one that it takes where that is free. */
  readonly second: number;
  readonly last: number;
  readonly order: number;
  readonly terms: Terms;
}

/** A document in a language, in one text. */
export const keyOf = (documentId: string, locale: string): string => `${documentId} ${locale}`;

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** @param row `document_id`, `locale`, `category`, `title`, `lead`, `body` and `date_published`, as the driver gives them. */
export function toIndexed(row: Row): IndexedArticle {
  const [documentId, locale] = [String(row['document_id']), String(row['locale'])];
  const date = row['date_published'] as number | Date | null;
  const key = keyOf(documentId, locale);
  const second = date === null ? LOWEST : firstOf(new Date(date).getTime());
  const texts = { headline: textOf(row['title']), lead: textOf(row['lead']), body: plainText(row['body']) };
  return {
    ...{ key, documentId, locale, second, last: second + PLACES - 1, order: second + placeOf(key) },
    category: typeof row['category'] === 'string' ? row['category'] : null,
    terms: analyseArticle(texts, locale),
  };
}
