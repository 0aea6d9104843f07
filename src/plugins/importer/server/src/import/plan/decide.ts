import type { Reason } from '../../../../shared/contracts/reasons';
import { because } from '../../messages/reasons';
import { isError } from '../problem';
import { isWhole, type ToldStory } from '../story';
import type { StoryPrints } from './describe-story';
import { IMPORTER_VERSION } from './importer-version';
import { pageKey } from './fingerprint';
import { articleKey, type CurrentArticle, type Known, type LedgerItem } from './ledger';
import { type Conflict, type PlanEntry, type PlannedPage, type PlannedStory, storyLeftBy, storyToldBy } from './plan-entry';
import { textOfBody } from './story-fields';
import { termPrints } from './terms';
import { type Choices, differences, mergeFields, type Prints } from './three-way';

/** A page as it comes from recognition. Without a story its bytes are as the ledger knows them. */
export interface ReadPage extends PlannedPage {
  readonly recognised: {
    readonly story: ToldStory;
    readonly prints: StoryPrints | null;
    readonly sketch: string | null;
    /** What a file is that no media type reads; null for a page. */
    readonly skipped: string | null;
  } | null;
  /** What the page holds, where it has errors and was asked for. */
  readonly bytes?: Uint8Array;
  /** Who wants the page to be left out. */
  readonly leftOutBy?: string;
  /** What a person says to the conflicts of the page. */
  readonly choices?: Choices;
}

/** The stories that this run has met so far. */
export interface MetStories {
  /** The page that told a story first, or undefined when none has. */
  firstPage(storyKey: string): string | undefined;
  meet(storyKey: string, page: string): void;
  /** Remembers that a page which told a story before tells another now. */
  leave(storyKey: string, page: string): void;
  hasLeft(storyKey: string, page: string): boolean;
  /**
   * Remembers a page's path below what pages are wrapped in, or the address that it declares.
   *
   * @returns whether another page of the run had it before.
   */
  meetPlace(kind: 'path' | 'address', key: string): boolean;
}

/** The fields of an article that are not as the import left them. Publishing a draft is no change of it; unpublishing is. */
function changedFields(item: LedgerItem, current: CurrentArticle): string[] {
  const versions = current.publishedFields === null ? [current.fields] : [current.fields, current.publishedFields];
  const fields = [...new Set(versions.flatMap((version) => differences(version, item.written)))];
  return item.published && current.publishedFields === null ? [...fields, 'publishedAt'] : fields;
}

/** Fingerprints of what a page says in each field. */
export const pagePrints = ({ story, prints }: PlannedStory, { terms }: Known): Prints => ({
  ...prints.fields,
  ...termPrints(story, terms),
});

/** What a page says in a field, for people. */
export function shownPageValue({ story }: PlannedStory, field: Conflict['field']): string | null {
  if (field === 'body') return textOfBody(story);
  const value = story[field];
  return typeof value === 'string' || value === null ? value : value.join(', ') || null;
}

/** What a decision is made by, besides the page itself. */
interface Deciding {
  readonly known: Known;
  readonly choices: Choices;
}

/** The reason that a page under a new name is taken for a known one; empty for a page that has kept its name. */
function knownBy(item: LedgerItem, { page, pathBelow }: PlannedPage, planned: PlannedStory | null): Reason[] {
  if (item.page === page) return [];
  if (pathBelow !== null && item.pathBelow === pathBelow) return [because('same-page', { page: item.page })];
  const isSameStory = planned === null || planned.prints.storyKey === item.storyKey;
  return [because(isSameStory ? 'same-story' : 'same-address', { page: item.page })];
}

/** What is to happen to an article whose page has changed. */
function decideChanged(
  page: PlannedPage,
  planned: PlannedStory,
  item: LedgerItem,
  current: CurrentArticle,
  { known, choices }: Deciding,
): PlanEntry {
  const fields = changedFields(item, current);
  const { write, conflicts: names, settled } = mergeFields(item.written, current.fields, pagePrints(planned, known), choices);
  const conflicts = names.map((field): Conflict => {
    return { field, editor: current.shown?.[field] ?? null, page: shownPageValue(planned, field) };
  });
  if (fields.length > 0 && write.length + settled.length === 0) {
    const { title } = planned.story;
    // Under its new name a page waits for a person too.
    const learnt = conflicts.length === 0 || item.page !== page.page ? planned : null;
    const reasons = [because('editor-changed', { fields }), ...knownBy(item, page, planned)];
    return { action: 'keep', item, title, fields, conflicts, learnt, reasons, ...page };
  }
  const waits = current.publishedFields !== null && differences(current.fields, current.publishedFields).length > 0;
  const isSettled = Object.keys(choices).length > 0;
  const kept = !isSettled && fields.length > 0 ? [because('kept-fields', { fields })] : [];
  const reasons = [
    because(isSettled ? 'settled' : 'changed', {}),
    ...kept,
    ...(waits ? [because('draft-waits', {})] : []),
    ...knownBy(item, page, planned),
  ];
  const publish = current.publishedFields !== null && !waits;
  return { action: 'update', item, target: current, write, conflicts, settled, publish, reasons, ...page, ...planned };
}

function decideKnown(page: PlannedPage, planned: PlannedStory | null, item: LedgerItem, deciding: Deciding): PlanEntry {
  const { known } = deciding;
  const title = planned?.story.title ?? null;
  const current = known.articles.get(articleKey(item.targetId, item.targetLocale));
  const untouched = { item, title, ...page };
  if (current === undefined) {
    return { action: 'keep', fields: [], conflicts: [], learnt: null, reasons: [because('editor-removed', {})], ...untouched };
  }
  if (planned !== null && item.contentHash !== planned.prints.contentHash) return decideChanged(page, planned, item, current, deciding);

  const fields = changedFields(item, current);
  if (fields.length > 0) {
    const reasons = [because('editor-changed', { fields }), ...knownBy(item, page, planned)];
    return { action: 'keep', fields, conflicts: [], learnt: null, reasons, ...untouched };
  }
  const isKnown =
    item.page === page.page &&
    item.pageHash === page.pageHash &&
    (page.pathBelow === null || item.pathBelow === page.pathBelow) &&
    item.reading === page.reading &&
    item.importerVersion === IMPORTER_VERSION;
  const [reason = because('as-it-was', {})] = knownBy(item, page, planned);
  return { action: 'unchanged', learnt: isKnown ? null : planned, reasons: [reason], ...untouched };
}

/**
 * A page may be corrected, but when headline and date are both others, another page has taken its place. One that is now
 * in another language is another article too.
 */
function tellsSameStory({ targetLocale, written }: LedgerItem, { story, prints }: PlannedStory): boolean {
  if (targetLocale !== story.locale) return false;
  return written['title'] === prints.fields['title'] || written['datePublished'] === prints.fields['datePublished'];
}

/**
 * Under another name more must be the same than under its own: `1.txt` there may well be another page than `1.txt` here. A notice that
 * comes every week has the same headline and text each time, but another date.
 */
function isSamePage({ targetLocale, written }: LedgerItem, { story, prints }: PlannedStory): boolean {
  const isAlike = (field: string) => written[field] === prints.fields[field];
  return targetLocale === story.locale && isAlike('datePublished') && (isAlike('title') || isAlike('body'));
}

// What is made for every page begins with properties of its own: V8 takes sixty times as long for a literal that begins with a
// spread and goes on with others (measured, Node 20: 5 µs and 1.8 KB instead of 0.1 µs and 0.2 KB for ten properties).

/** Whether a page is the first of its run at its path, and with its address: others there tell nothing of the ledger's. */
interface First {
  readonly ofPath: boolean;
  readonly ofAddress: boolean;
}

function decidePage(read: ReadPage, known: Known, met: MetStories, isFirst: First): PlanEntry {
  const { recognised, leftOutBy, choices = {} } = read;
  const page: PlannedPage = {
    page: read.page,
    path: read.path,
    pathBelow: read.pathBelow,
    problems: read.problems,
    pageHash: read.pageHash,
    reading: read.reading,
  };
  if (leftOutBy !== undefined) return { action: 'leave-out', reasons: [because('left-out', { by: leftOutBy })], ...page };
  const deciding = { known, choices };
  const item = known.byPage.get(page.page);
  const own = item === undefined || item.targetId === '' ? undefined : item;
  if (recognised === null) {
    if (own === undefined) throw new Error(`${page.path} was not recognised, though the ledger does not know it`);
    return decideKnown(page, null, own, deciding);
  }

  const { story, prints, sketch, skipped } = recognised;
  if (skipped !== null) return { action: 'skip', kind: skipped, ...page, problems: [] };
  if (page.problems.some(isError) || !isWhole(story) || prints === null) {
    return { action: 'quarantine', failed: false, title: story.title, reasons: [because('errors', {})], ...page };
  }
  const planned: PlannedStory = { story, prints, sketch };
  const first = met.firstPage(prints.storyKey);

  if (own?.storyKey === prints.storyKey) return decideKnown(page, planned, own, deciding);
  if (first !== undefined) {
    return { action: 'duplicate', original: first, reasons: [because('same-story', { page: first })], story, prints, sketch, ...page };
  }

  const moved = known.byStory.get(prints.storyKey);
  if (moved !== undefined && !met.hasLeft(prints.storyKey, moved.page)) return decideKnown(page, planned, moved, deciding);
  if (own !== undefined && tellsSameStory(own, planned)) return decideKnown(page, planned, own, deciding);
  const elsewhere = page.pathBelow === null || !isFirst.ofPath ? undefined : known.byPath.get(page.pathBelow);
  if (elsewhere !== undefined && isSamePage(elsewhere, planned)) return decideKnown(page, planned, elsewhere, deciding);
  const address = addressOf(planned);
  const addressed = address === null || !isFirst.ofAddress ? undefined : known.byAddress.get(address);
  if (addressed !== undefined && addressed.targetLocale === story.locale) return decideKnown(page, planned, addressed, deciding);
  return { action: 'create', reasons: [because('new', {})], story, prints, sketch, ...page };
}

/** The key of the address that a page declares for itself; null where it declares none. */
export const addressOf = ({ story: { originalUrl } }: { readonly story: Pick<ToldStory, 'originalUrl'> }): string | null =>
  originalUrl === null ? null : pageKey(originalUrl);

/**
 * Decides what is to happen to a page. Pure but for `met`, which it tells of the story that the ledger will know the page by, and
 * of the one that the page has left: so that the decision on the next page does not depend on where a chunk ends.
 *
 * The page's own item in the ledger comes first, if it tells the same story. Then one of the same story under another
 * name, so that an archive that was moved or numbered anew is known again. Then its own item with another text. Then that of a page
 * with the same path in another folder or archive, with a text that is much the same. Last that of a page which declares the same address.
 */
export function decide(page: ReadPage, known: Known, met: MetStories): PlanEntry {
  const { pathBelow, recognised } = page;
  // What need not be recognised has the address that the ledger knows.
  const address = recognised === null ? known.byPage.get(page.page)?.address : addressOf(recognised);
  const isFirst = {
    ofPath: pathBelow !== null && !met.meetPlace('path', pathBelow),
    ofAddress: address ? !met.meetPlace('address', address) : false,
  };
  const entry = decidePage(page, known, met, isFirst);
  const [storyKey, left] = [storyToldBy(entry), storyLeftBy(entry)];
  // A text that the ledger does not learn, as an editor had the last word, is no original of another page's.
  const isLearnt = page.recognised === null || page.recognised.prints?.storyKey === storyKey;
  if (storyKey !== null && isLearnt) met.meet(storyKey, entry.action === 'duplicate' ? entry.original : entry.page);
  if (left !== null) met.leave(left.storyKey, left.page);
  return entry;
}
