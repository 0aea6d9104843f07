import type { DocumentChange } from '../../bulk/documents';
import { articleKey, type CurrentArticle, type LedgerItem } from '../../import/plan/ledger';
import { fingerprint } from '../../import/plan/fingerprint';
import { TERM_FIELDS } from '../../import/plan/terms';
import { differences } from '../../import/plan/three-way';
import { nothingToUndo, undoCreate, undoUpdate, type UndoDecision } from '../../import/undo/decide-undo';
import { because } from '../../messages/reasons';
import { rowsOf } from '../../database/rows';
import { standingOf } from '../chunk/chunk-writing';
import type { KeptEntry } from '../entries';
import { isEmpty } from '../articles';
import { backIntoQuarantine } from './back-into-quarantine';
import { findLaterRuns } from './later-runs';
import { termsStanding } from './undo-terms';
import { raisedBy, type Undo, undone, type UndoContext } from './undo-context';

interface Decided {
  readonly entry: KeptEntry;
  readonly decision: UndoDecision;
  readonly item: LedgerItem | undefined;
  readonly current: CurrentArticle | undefined;
}

const placeOf = ({ targetId, targetLocale }: KeptEntry) => articleKey(targetId ?? '', targetLocale ?? '');

function decide(
  entry: KeptEntry,
  item: LedgerItem | undefined,
  current: CurrentArticle | undefined,
  later: number | undefined,
  added: readonly string[],
): UndoDecision {
  if (item === undefined) return nothingToUndo(because('forgotten', {}));
  if (entry.action === 'create') return undoCreate(item, current, later, added);
  return undoUpdate(item, current, Object.keys(entry.before?.fields ?? {}), later);
}

/** An article loses its category only to another: one that is gone by now is not given back. */
async function withoutGoneCategories(decided: readonly Decided[], context: UndoContext): Promise<Decided[]> {
  const given = decided.flatMap(({ entry, decision }) =>
    decision.restore.includes('category') ? [entry.before?.fields?.['category']] : [],
  );
  const standing = await termsStanding(
    'category',
    given.filter((id) => typeof id === 'string'),
    context,
  );
  return decided.map((one) => {
    const category = one.entry.before?.fields?.['category'];
    if (!one.decision.restore.includes('category') || typeof category !== 'string' || standing.has(category)) return one;
    const restore = one.decision.restore.filter((name) => name !== 'category');
    return {
      ...one,
      decision: { ...one.decision, restore, kept: [...one.decision.kept, 'category'], reasons: [because('category-gone', {})] },
    };
  });
}

/** The languages in which some documents stand. */
async function findLanguages(documentIds: readonly string[], { strapi, content }: UndoContext): Promise<Map<string, string[]>> {
  const { uid, drafts, localeOf } = content.article;
  const where = { documentId: { $in: [...new Set(documentIds)] }, ...drafts };
  const articles = rowsOf<{ documentId: string; locale: unknown }>(strapi, uid);
  const rows = documentIds.length === 0 ? [] : await articles.findMany({ select: ['documentId', 'locale'], where });
  const languages = new Map<string, string[]>();
  for (const { documentId, locale } of rows) languages.set(documentId, [...(languages.get(documentId) ?? []), localeOf(locale)]);
  return languages;
}

/** Takes articles away in the language in which the run made them. What the document holds in others stays, and so does its count of views. */
async function removeArticles(decided: readonly Decided[], context: UndoContext): Promise<void> {
  const { articleWriter, ledger, views, now } = context;
  const removed = decided.filter(({ decision }) => decision.action === 'remove').map(({ entry }) => entry);
  if (removed.length === 0) return;
  const documentIds = removed.map(({ targetId }) => targetId ?? '');
  await articleWriter(now).delete(
    removed.map(({ targetId, targetLocale }) => ({ documentId: targetId ?? '', locale: targetLocale ?? '' })),
  );
  const left = await findLanguages(documentIds, context);
  await views.forget(documentIds.filter((id) => !left.has(id)));
  const gone = new Set(removed.map(placeOf));
  const items = await ledger.ofTargets(documentIds);
  await ledger.remove(items.filter((item) => gone.has(articleKey(item.targetId, item.targetLocale))).map(({ id }) => id));
}

const printOf = (value: unknown) => (isEmpty(value) ? undefined : fingerprint(value));

/** The ledger's item of a page as it was before the run, as far as its article was restored. */
function itemBefore({ entry, decision, item, current }: Decided, now: Date): LedgerItem[] {
  const { item: before, fields: stood = {}, settled = [] } = entry.before ?? {};
  if (!before || item === undefined || current === undefined) return [];
  const written: Record<string, string> = { ...item.written };
  // What was settled is open again.
  for (const field of [...decision.restore, ...settled]) {
    const print = before.written[field];
    if (print === undefined) Reflect.deleteProperty(written, field);
    else written[field] = print;
  }
  const untouched = differences(current.fields, item.written).length === 0 && (current.publishedFields !== null) === item.published;
  // What an editor had written, and the run wrote over, is no import's.
  const isBase = decision.restore.every((field) => printOf(stood[field]) === before.written[field]);
  const done = decision.kept.length === 0 ? {} : { pageHash: null };
  return [{ ...before, written, standing: untouched && isBase ? standingOf(now) : null, published: item.published, ...done }];
}

async function restoreArticles(decided: readonly Decided[], { articleWriter, ledger, now }: UndoContext): Promise<void> {
  const restored = decided.filter(({ decision }) => decision.action === 'restore');
  const changes = restored.flatMap(({ entry, decision, current }): DocumentChange[] => {
    if (decision.restore.length === 0 || current === undefined) return [];
    const fields = entry.before?.fields ?? {};
    const data = Object.fromEntries(decision.restore.map((name) => [name, fields[name] ?? null]));
    const isWaiting = current.publishedFields !== null && differences(current.fields, current.publishedFields).length > 0;
    const publish = entry.before?.published === true && current.publishedFields !== null && !isWaiting;
    return [{ documentId: current.documentId, locale: current.locale, status: publish ? 'published' : 'draft', data }];
  });
  await articleWriter(now).update(changes);
  const items = restored.flatMap((one) => itemBefore(one, now));
  // A page that the run found under another name is known by the one from before.
  await ledger.remove(
    restored.flatMap(({ entry, item }) => (item !== undefined && entry.before?.item?.page !== entry.page ? [item.id] : [])),
  );
  await ledger.restore(items);
  await ledger.leave(items);
}

async function countRemoved(decided: readonly Decided[], { articles, removedOf }: UndoContext): Promise<void> {
  const removed = decided.filter(({ decision }) => decision.action === 'remove').map(({ entry }) => entry);
  for (const entry of removed) {
    // One by one: their texts may be long.
    const standing = await articles.read(entry.targetId === null ? [] : [entry.targetId]);
    const draft = standing.get(placeOf(entry))?.draft;
    const terms = TERM_FIELDS.flatMap((field) => draft?.[field] ?? []).filter((id) => typeof id === 'string');
    for (const id of terms) removedOf.set(id, (removedOf.get(id) ?? 0) + 1);
  }
}

/** Takes away the articles that a run created, and gives back what it updated, unless somebody has touched them since. */
export const undoArticles: Undo = async (entries, context) => {
  const documentIds = entries.flatMap(({ targetId }) => targetId ?? []);
  const known = await context.ledger.ofTargets(documentIds);
  const items = new Map(known.map((item) => [`${item.page}\n${articleKey(item.targetId, item.targetLocale)}`, item]));
  const imported = new Set(known.map((item) => articleKey(item.targetId, item.targetLocale)));
  const languages = await findLanguages(documentIds, context);
  /** Languages that a document has by no import. */
  const addedTo = (documentId: string) =>
    (languages.get(documentId) ?? []).filter((locale) => !imported.has(articleKey(documentId, locale)));
  const standing = await context.articles.current([...items.values()]);
  const later = await findLaterRuns(documentIds, context);
  const first = entries.map((entry): Decided => {
    const item = items.get(`${entry.page}\n${placeOf(entry)}`);
    const current = standing.get(placeOf(entry));
    return { entry, item, current, decision: decide(entry, item, current, later.get(placeOf(entry)), addedTo(entry.targetId ?? '')) };
  });
  const decided = await withoutGoneCategories(first, context);

  if (context.isRehearsal) await countRemoved(decided, context);
  else {
    await removeArticles(decided, context);
    await restoreArticles(decided, context);
    const isRestored = ({ decision }: Decided) => decision.action === 'restore';
    const isUndone = ({ decision }: Decided) => decision.action === 'remove' || decision.action === 'restore';
    await backIntoQuarantine(
      decided.filter(isUndone).map(({ entry }) => entry),
      context,
    );
    const raised = decided.filter(isRestored).flatMap(({ entry }) => raisedBy(entry));
    await context.views.lower(raised);
  }
  return decided.map(({ entry, decision }) => undone(entry, decision));
};
