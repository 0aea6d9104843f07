import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { embargoOf } from '../embargo';
import { readerOf, type Row } from '../reader/reader';
import { createCursors } from './cursors';
import { findCategory } from './find-category';
import { type FeedPosition, positionOf, readPage } from './read-page';

interface FeedRequest {
  readonly locale: string;
  /** Slug or document id of a category. */
  readonly category?: string | undefined;
  readonly limit: number;
  /** The page begins after this cursor. */
  readonly after?: string | undefined;
  /** The page ends before this cursor. */
  readonly before?: string | undefined;
}

interface FeedPage {
  /** With `ARTICLE_COLUMNS`, newest first, whichever way was paged. */
  readonly rows: readonly Row[];
  /** The cursor of a row of this page. */
  cursorOf: (row: Row) => string;
  /** Whether there are older, and newer ones. */
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
}

/** Lists by the name that their cursors are bound to. */
const listOf = (locale: string, category: string | undefined) => JSON.stringify(['feed', locale, category ?? '']);

let cursors: ReturnType<typeof createCursors> | undefined;

/**
 * A page of the feed, newest first, ties in the order of document ids.
 *
 * A page begins where another has ended, wherever that is by now: an article that was published meanwhile neither repeats nor
 * hides another.
 *
 * @throws errors.ValidationError for a cursor that was not given for this list, errors.NotFoundError for an unknown category.
 */
export async function readFeed(strapi: Core.Strapi, { locale, category: name, limit, after, before }: FeedRequest): Promise<FeedPage> {
  if (after !== undefined && before !== undefined) {
    throw new errors.ValidationError('A page begins after a cursor or ends before one, not both', { source: 'query', param: 'before' });
  }
  cursors ??= createCursors();
  const { seal, open } = cursors;
  const reader = readerOf(strapi);
  const category = name === undefined ? undefined : await findCategory(reader, locale, name);
  const list = listOf(locale, category);
  const cursor = after ?? before;
  const from = cursor === undefined ? undefined : (open(list, cursor) as FeedPosition);
  const backwards = before !== undefined;
  const now = await embargoOf(strapi).now();
  const { rows, hasMore } = await readPage(reader, { locale, category, from, backwards, now, limit });
  return {
    rows: backwards ? rows.toReversed() : rows,
    cursorOf: (row) => seal(list, positionOf(row)),
    hasNext: backwards || hasMore,
    hasPrevious: backwards ? hasMore : after !== undefined,
  };
}
