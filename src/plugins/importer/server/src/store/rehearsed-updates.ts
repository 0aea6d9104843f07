import { articleKey, type CurrentArticle, type Known, type LedgerItem } from '../import/plan/ledger';
import type { PlanEntry, Update } from '../import/plan/plan-entry';
import { pagePrints, shownPageValue } from '../import/plan/decide';
import { withFields } from '../import/plan/three-way';
import { baseOf } from './chunk/update-articles';

/** An article as an update would leave it, and what the ledger would hold of it. Plain JSON. */
export interface RehearsedUpdate {
  readonly key: string;
  readonly article: CurrentArticle;
  readonly left: Pick<LedgerItem, 'written' | 'published'>;
}

/** What an update would leave behind, had it been carried out. */
export function afterUpdate(entry: Update, known: Known): RehearsedUpdate {
  const { target, item, write, publish } = entry;
  const prints = pagePrints(entry, known);
  const fields = withFields(target.fields, prints, write);
  const said = Object.fromEntries(write.map((field) => [field, shownPageValue(entry, field)]));
  return {
    key: articleKey(target.documentId, target.locale),
    article: {
      ...target,
      fields,
      publishedFields: publish ? fields : target.publishedFields,
      shown: target.shown && { ...target.shown, ...said },
    },
    left: { written: baseOf(entry, known.terms), published: item.published || target.publishedFields !== null },
  };
}

/** What is known, had some updates been carried out. */
export function withUpdates(known: Known, updates: readonly RehearsedUpdate[]): Known {
  if (updates.length === 0) return known;
  const byKey = new Map(updates.map((update) => [update.key, update]));
  const asLeft = (items: Known['byPage']) =>
    new Map(
      [...items].map(([name, item]) => {
        const left = byKey.get(articleKey(item.targetId, item.targetLocale))?.left;
        return [name, left === undefined ? item : { ...item, ...left }] as const;
      }),
    );
  const articles = new Map([...known.articles, ...updates.map(({ key, article }) => [key, article] as const)]);
  return {
    ...known,
    byPage: asLeft(known.byPage),
    byPath: asLeft(known.byPath),
    byStory: asLeft(known.byStory),
    byAddress: asLeft(known.byAddress),
    articles,
  };
}

/**
 * Refuses a chunk that would change an article twice, as the writer of a recorded run does: then the chunk is halved, and the
 * second change is decided upon by what the first has left.
 */
export function refuseRepeated(entries: readonly PlanEntry[]): void {
  const changed = new Set<string>();
  for (const entry of entries) {
    if (entry.action !== 'update' || entry.write.length === 0) continue;
    const { documentId } = entry.target;
    if (changed.has(documentId)) throw new Error(`The article ${documentId} would be changed twice in one chunk`);
    changed.add(documentId);
  }
}
