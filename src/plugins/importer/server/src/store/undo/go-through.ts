import { createChunkSizer } from '../../import/write/chunk-sizer';
import { ALONE } from '../../import/write/throttle';
import { type Ending, endingBy } from '../../import/ending';
import { type UndoCounts, withUndone } from '../../import/undo/undo-report';
import type { ChunkParts } from '../chunk/chunk-writing';
import type { KeptEntry, RunEntry } from '../entries';
import { undoArticles } from './undo-articles';
import type { Undo, UndoContext, Undone } from './undo-context';
import { undoDuplicates, undoQuarantine } from './undo-pages';
import { undoPartners } from './undo-partners';
import type { UndoRequest } from './undo-request';
import { undoTerms } from './undo-terms';
import { undoSite } from './undo-site';

const UNDO: Readonly<Partial<Record<KeptEntry['action'], Undo>>> = {
  create: undoArticles,
  update: undoArticles,
  duplicate: undoDuplicates,
  quarantine: undoQuarantine,
  // Terms, partners and texts come after the pages: a term goes when no article is left in it.
  ...undoTerms,
  partner: undoPartners,
  site: undoSite,
};

/** What there is to undo: an article that a run kept, say, is as it was. */
export const UNDONE_ACTIONS = Object.keys(UNDO);

/** The last entries before one, cut where a document comes again: it is undone step by step. */
async function nextEntries({ entries }: ChunkParts, run: number, before: number | null, count: number): Promise<KeptEntry[]> {
  const found = await entries.lastOfRun(run, before, count);
  const seen = new Set<string>();
  const repeated = found.findIndex(({ targetId, action }) => {
    if (targetId === null || !(action === 'create' || action === 'update')) return false;
    return seen.has(targetId) || !seen.add(targetId);
  });
  return repeated === -1 ? found : found.slice(0, repeated);
}

/** Undoes some entries, or in a rehearsal decides on them. */
export async function undoEntries(found: readonly KeptEntry[], context: UndoContext): Promise<Undone[]> {
  const done: Undone[] = [];
  for (const undo of new Set(Object.values(UNDO))) {
    const own = found.filter(({ action }) => UNDO[action] === undo);
    if (own.length > 0) done.push(...(await undo(own, context)));
  }
  // They are reported in their order, wherever a chunk ends.
  return done.sort((one, other) => other.of.id - one.of.id);
}

/** What an undoing keeps of what it undid. Where there was nothing left to undo, it only counts. */
export function undoingEntry({ of, reasons, reported: { action } }: Undone): RunEntry[] {
  if (action === 'nothing') return [];
  const { page, path, title, targetId, targetLocale } = of;
  return [{ page, path, title, targetId, targetLocale, action, reasons, conflicts: [], problems: [], before: null }];
}

interface Way {
  readonly parts: ChunkParts;
  readonly request: UndoRequest;
  /** Where to begin: at the end, or before an entry. */
  readonly from: { readonly entry: number | null; readonly counts: UndoCounts };
  /** How somebody, who need not be in this process, has asked for it to end. */
  readonly stopRequest: () => Promise<Ending | null>;
}

/**
 * Goes through the entries of a run from the last to the first. `work` undoes some of them, and is given what counts before.
 *
 * @returns what counts then, and how it was stopped before it was through.
 */
export async function goThrough(
  { parts, request, from, stopRequest }: Way,
  work: (found: readonly KeptEntry[], counts: UndoCounts) => Promise<Undone[]>,
): Promise<{ readonly counts: UndoCounts; readonly ending: Ending | null }> {
  const { throttle = ALONE, signal } = request;
  const sizer = createChunkSizer();
  let { counts } = from;
  let before = from.entry;
  for (;;) {
    await throttle.turn();
    const ending = endingBy(signal) ?? (await stopRequest());
    if (ending !== null) return { counts, ending };
    const started = performance.now();
    const found = await nextEntries(parts, request.run, before, sizer.size(throttle.targetMs()));
    if (found.length === 0) return { counts, ending: null };
    const done = await work(found, counts);
    sizer.took(found.length, performance.now() - started);
    const reported = done.map((one) => one.reported);
    counts = withUndone(counts, reported);
    before = found.at(-1)?.id ?? before;
    reported.forEach((entry) => request.onEntry?.(entry));
    request.onProgress?.(Object.values(counts).reduce((sum, count) => sum + count, 0));
  }
}
