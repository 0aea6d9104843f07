import {
  type Create,
  type Duplicate,
  isTellingStory,
  type Keep,
  type PlanEntry,
  type PlannedStory,
  storyLeftBy,
  type Unchanged,
  type Update,
} from '../../import/plan/plan-entry';
import { addressOf } from '../../import/plan/decide';
import type { Outcome } from '../../import/store';
import { isWorthTelling } from '../../import/report/run-report';
import { type Before, entryOf } from '../entries';
import type { Known, LedgerItem } from '../../import/plan/ledger';
import type { LeftArticle, NewItem } from '../ledger';
import type { Raised } from '../views';
import { together } from '../together';
import { type ChunkWriting, leftBy } from './chunk-writing';
import { askConflicts, titleOf } from './ask-conflicts';
import { type Creation, planArticles } from './plan-articles';
import { termsIn } from '../terms';
import { type Updated, updateArticles } from './update-articles';

type Of<Kind extends PlanEntry['action']> = Extract<PlanEntry, { action: Kind }>;

const ofKind = <Kind extends PlanEntry['action']>(entries: readonly PlanEntry[], kind: Kind) =>
  entries.filter((entry): entry is Of<Kind> => entry.action === kind);

/** What becomes of the articles of a chunk, by page: how each is left, and what stood before. */
interface ArticlesWritten {
  readonly left: ReadonlyMap<string, LeftArticle>;
  readonly updated: ReadonlyMap<string, Updated>;
  /** Articles that are not there yet. */
  readonly creation: Creation;
}

/** How the article stands that a duplicate tells again: made in this chunk, or known before. */
function leftOfOriginal({ original, path, prints }: Duplicate, left: ReadonlyMap<string, LeftArticle>, known: Known): LeftArticle {
  const item = known.byStory.get(prints.storyKey);
  const found = left.get(original) ?? (item === undefined ? undefined : leftBy(item));
  if (found === undefined) throw new Error(`${path}: the article of ${original}, which tells the same story, is not there`);
  return found;
}

type Telling = (Create | Update | Duplicate | (Unchanged & { learnt: PlannedStory }) | (Keep & { learnt: PlannedStory })) & PlanEntry;

/** The entries whose page the ledger is to know, or to know better. */
const isTelling = (entry: PlanEntry): entry is Telling => ('learnt' in entry ? entry.learnt !== null : isTellingStory(entry));

const plannedOf = (entry: Telling): PlannedStory => ('learnt' in entry ? entry.learnt : entry);

/** @returns what each page has raised. */
async function raiseViews(
  entries: readonly PlanEntry[],
  { left, creation }: ArticlesWritten,
  { views }: ChunkWriting,
): Promise<Map<string, Raised>> {
  const counts = entries.filter(isTelling).flatMap((entry) => {
    const article = left.get(entry.page)?.targetId;
    const count = plannedOf(entry).story.views;
    return article === undefined || count === null ? [] : [{ page: entry.page, article, views: count }];
  });
  const made = new Set([...creation.left.values()].map(({ targetId }) => targetId));
  const raised = await views.raise(counts, (article) => made.has(article));
  return new Map(counts.flatMap(({ page }, index) => (raised[index] ? [[page, raised[index]] as const] : [])));
}

/** Documents of all terms that some stories name, by `termKey`. Those that do not exist yet are made. */
async function makeTerms(entries: readonly (Create | Update)[], known: Known, { terms, run }: ChunkWriting) {
  const missing = [...termsIn(entries.map(({ story }) => story))].filter(([key]) => !known.terms.has(key)).map(([, term]) => term);
  return missing.length === 0 ? known.terms : new Map([...known.terms, ...(await terms.make(missing, run))]);
}

/** Writes what is to be updated. What is to be created may wait. */
async function writeArticles(entries: readonly PlanEntry[], known: Known, writing: ChunkWriting): Promise<ArticlesWritten> {
  const [creates, updates] = [ofKind(entries, 'create'), ofKind(entries, 'update')];
  const terms = await makeTerms([...creates, ...updates], known, writing);
  const creation = await planArticles(creates, terms, writing);
  const updated: ReadonlyMap<string, Updated> = updates.length > 0 ? await updateArticles(updates, terms, writing) : new Map();

  const left = new Map<string, LeftArticle>(creation.left);
  for (const [page, { left: article }] of updated) left.set(page, article);
  for (const entry of ofKind(entries, 'duplicate')) left.set(entry.page, leftOfOriginal(entry, left, known));
  for (const entry of [...ofKind(entries, 'unchanged'), ...ofKind(entries, 'keep')]) left.set(entry.page, leftBy(entry.item));
  return { left, updated, creation };
}

/** Each article is looked for among the near-duplicates once: the page that it was made of has its sketch. */
function sketchOf(entry: Telling, sketch: string | null): string | null {
  if (entry.action === 'create' || entry.action === 'update') return sketch;
  return 'item' in entry && entry.item.page === entry.page ? entry.item.sketch : null;
}

/** A run over some pages only does not know the path: the ledger's is kept. */
const pathOf = ({ page, pathBelow }: PlanEntry, { byPage }: Known) => pathBelow ?? byPage.get(page)?.pathBelow ?? null;

/** The items of pages that became a document. A page with conflicts is not done: it is looked at again in the next run. */
function itemOf(entry: Telling, left: LeftArticle, known: Known, run: number): NewItem {
  const { page, pageHash, reading, problems } = entry;
  const planned = plannedOf(entry);
  const { prints, sketch } = planned;
  const isOpen = 'conflicts' in entry && entry.conflicts.length > 0;
  const open = 'item' in entry ? { contentHash: entry.item.contentHash, pageHash: null } : {};
  // Those of a page that has kept its name are noted on the item that is there.
  const isNewItem = isOpen && entry.item.page !== page;
  const asked = isNewItem ? { path: entry.path, title: titleOf(entry), conflicts: entry.conflicts, conflictsIn: run } : {};
  return {
    page,
    pathBelow: pathOf(entry, known),
    address: addressOf(planned),
    ...left,
    storyKey: prints.storyKey,
    contentHash: prints.contentHash,
    pageHash,
    reading,
    problems,
    run,
    ...(isOpen ? open : {}),
    ...asked,
    status: 'imported',
    sketch: sketchOf(entry, sketch),
  };
}

function quarantined(entry: Of<'quarantine'>, known: Known, run: number): NewItem {
  const { page, path, title, pageHash, reading, problems, failed } = entry;
  return {
    ...{ page, path, pathBelow: pathOf(entry, known), title, pageHash, reading, problems, run, status: failed ? 'failed' : 'quarantined' },
    ...{ targetId: '', targetLocale: '', storyKey: '', contentHash: '', written: {}, published: false, standing: null, sketch: null },
  };
}

/** The entries whose page could be read: what was wrong with it is no more. */
const isReadable = ({ action }: PlanEntry) => action !== 'quarantine' && action !== 'leave-out';

/** The quarantine item to remove: the page is readable now, or is in quarantine under a new name. */
function outOfQuarantine(entry: PlanEntry, { withoutDocument }: Known): LedgerItem | undefined {
  const item = withoutDocument.get(entry.page);
  return isReadable(entry) || (entry.action === 'quarantine' && item?.page !== entry.page) ? item : undefined;
}

/** The old item of a page that was recognised by its path and has another text now: nothing has the old text any more. */
function replacedBy(entry: Telling, { byPath }: Known): number[] {
  if (!('item' in entry) || storyLeftBy(entry) === null || entry.item.page === entry.page) return [];
  const item = byPath.get(entry.pathBelow ?? '');
  return item?.page === entry.item.page ? [item.id] : [];
}

async function writeLedger(entries: readonly PlanEntry[], known: Known, { left, updated }: ArticlesWritten, writing: ChunkWriting) {
  const { ledger, run } = writing;
  const telling = entries.filter(isTelling);
  const items = telling.flatMap((entry) => {
    const article = left.get(entry.page);
    return article === undefined ? [] : itemOf(entry, article, known, run);
  });
  await ledger.record([...items, ...ofKind(entries, 'quarantine').map((entry) => quarantined(entry, known, run))]);
  if (updated.size > 0) await ledger.leave([...updated.values()].map((one) => one.left));
  const readable = entries.filter(isReadable);
  await ledger.remove([
    ...entries.flatMap((entry) => outOfQuarantine(entry, known)?.id ?? []),
    ...telling.flatMap((entry) => replacedBy(entry, known)),
  ]);
  await askConflicts(readable, known, writing);
}

function beforeOf(entry: PlanEntry, { updated }: ArticlesWritten, raised: ReadonlyMap<string, Raised>, known: Known): Before | null {
  const views = entry.action === 'create' ? undefined : raised.get(entry.page);
  const quarantine = outOfQuarantine(entry, known);
  const common = { ...(views === undefined ? {} : { views }), ...(quarantine === undefined ? {} : { quarantined: quarantine }) };
  if (entry.action !== 'update') return Object.keys(common).length === 0 ? null : common;
  const { item, publish, settled } = entry;
  const changed = { item, fields: updated.get(entry.page)?.before ?? {}, published: publish };
  return { ...changed, ...(settled.length === 0 ? {} : { settled }), ...common };
}

/**
 * Writes what was planned for some pages: articles, view counts, ledger, and what the run tells of them. What needs no
 * answer of another waits for none: while the database carries out what it has, the next rows are made.
 */
export async function writeChunk(entries: readonly PlanEntry[], known: Known, writing: ChunkWriting): Promise<Outcome[]> {
  const written = await writeArticles(entries, known, writing);
  const outcomes = entries.map((entry): Outcome => ({ entry, documentId: written.left.get(entry.page)?.targetId ?? null }));
  const tell = async () => {
    const raised = await raiseViews(entries, written, writing);
    const told = outcomes.filter(isWorthTelling).map((outcome) => entryOf(outcome, beforeOf(outcome.entry, written, raised, known)));
    await writing.entries.add(writing.run, told);
  };
  await together([writeLedger(entries, known, written, writing), written.creation.write(), tell()]);
  return outcomes;
}
