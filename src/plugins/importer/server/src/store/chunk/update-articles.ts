import { articleKey } from '../../import/plan/ledger';
import type { Update } from '../../import/plan/plan-entry';
import { storyValues } from '../../import/plan/story-fields';
import { termPrints } from '../../import/plan/terms';
import { differences, withFields } from '../../import/plan/three-way';
import { READ_TOGETHER, type Values, type WholeArticle } from '../articles';
import type { LeftArticle } from '../ledger';
import { documentsOf } from './plan-articles';
import { ChangedMeanwhileError, type ChunkWriting, leftBy, standingOf } from './chunk-writing';

/** An article that was updated: what stood in the fields before, and how it was left. */
export interface Updated {
  readonly before: Values;
  readonly left: LeftArticle;
}

/** @throws ChangedMeanwhileError when an article is not what was decided upon. */
function checkUntouched({ target }: Update, standing: WholeArticle | undefined): WholeArticle {
  const isSame =
    standing !== undefined &&
    differences(standing.fields, target.fields).length === 0 &&
    differences(standing.publishedFields ?? {}, target.publishedFields ?? {}).length === 0;
  if (!isSame) throw new ChangedMeanwhileError(`The article ${target.documentId} was changed while it was being updated`);
  return standing;
}

/**
 * What the ledger takes for the base of further changes: what was written, and what is settled.
 *
 * @param terms documents of categories, tags and authors, by `termKey`.
 */
export const baseOf = ({ item, story, prints, write, settled }: Update, terms: ReadonlyMap<string, string>): Record<string, string> =>
  withFields(item.written, { ...prints.fields, ...termPrints(story, terms) }, [...write, ...settled]);

function leftOf(entry: Update, terms: ReadonlyMap<string, string>, now: Date): LeftArticle {
  const { item, target, publish, story } = entry;
  const written = baseOf(entry, terms);
  const isPublished = target.publishedFields !== null;
  // Nothing of an editor's is in it: neither another value, nor a draft that waits, nor a version taken back.
  const untouched = differences(target.fields, item.written).length === 0 && publish === isPublished && (isPublished || !item.published);
  const standing = untouched ? standingOf(now) : null;
  return { targetId: target.documentId, targetLocale: story.locale, written, standing, published: item.published || isPublished };
}

/** Updates the articles of pages that have changed. @returns what became of each, by page. */
export async function updateArticles(
  entries: readonly Update[],
  terms: ReadonlyMap<string, string>,
  { articles, articleWriter, transaction, now }: ChunkWriting,
): Promise<Map<string, Updated>> {
  const changing = entries.filter(({ write }) => write.length > 0);
  const documentIds = changing.map(({ target }) => target.documentId);
  await articles.lock(documentIds, transaction);
  const standing = await articles.read(documentIds, READ_TOGETHER);

  const updated = new Map<string, Updated>();
  const changes = changing.map((entry) => {
    const { page, target, story, write, publish } = entry;
    const { documentId, locale } = target;
    const { draft } = checkUntouched(entry, standing.get(articleKey(documentId, locale)));
    const values: Record<string, unknown> = { ...storyValues(story), ...documentsOf(story, terms) };
    updated.set(page, { before: Object.fromEntries(write.map((field) => [field, draft[field]])), left: leftOf(entry, terms, now) });
    const data = Object.fromEntries(write.map((field) => [field, values[field]]));
    return { documentId, locale, status: publish ? ('published' as const) : ('draft' as const), data };
  });
  await articleWriter(now).update(changes);

  for (const entry of entries) {
    const { page, item, settled } = entry;
    if (updated.has(page)) continue;
    const base = settled.length === 0 ? {} : { written: baseOf(entry, terms), standing: null };
    updated.set(page, { before: {}, left: { ...leftBy(item), ...base } });
  }
  return updated;
}
