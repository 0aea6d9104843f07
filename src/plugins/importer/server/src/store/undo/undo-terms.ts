import { createBulkWriter } from '../../bulk/bulk-writer';
import { rowsOf } from '../../database/rows';
import { TERM_KINDS, type TermKind } from '../../import/plan/terms';
import { keepIt, nothingToUndo, removeIt, type UndoDecision } from '../../import/undo/decide-undo';
import { because } from '../../messages/reasons';
import type { KeptEntry } from '../entries';
import { TERM_TYPES } from '../terms';
import { ARTICLE } from '../uids';
import { type Undo, undone, type UndoContext } from './undo-context';

interface Row {
  readonly documentId: string;
  readonly name: string;
}

/** The field of articles that holds documents of a kind. */
const FIELDS = { category: 'category', tag: 'tags', author: 'authors' } as const satisfies Record<TermKind, string>;

/** Which of some documents of a kind exist. */
export async function termsStanding(
  kind: TermKind,
  documentIds: readonly string[],
  { strapi }: Pick<UndoContext, 'strapi'>,
): Promise<Set<string>> {
  if (documentIds.length === 0) return new Set();
  const rows = await rowsOf<Row>(strapi, TERM_TYPES[kind]).findMany({ where: { documentId: { $in: documentIds } } });
  return new Set(rows.map(({ documentId }) => documentId));
}

async function decide(kind: TermKind, entry: KeptEntry, { strapi, removedOf }: UndoContext): Promise<UndoDecision> {
  const documentId = entry.targetId ?? '';
  const standing = await rowsOf<Row>(strapi, TERM_TYPES[kind]).findOne({ where: { documentId } });
  if (standing === null) return nothingToUndo(because('removed-already', {}));
  if (standing.name !== entry.title) return keepIt(because('renamed-since', {}));
  const drafts = await rowsOf(strapi, ARTICLE).count({ where: { [FIELDS[kind]]: { documentId }, publishedAt: null } });
  const left = drafts - (removedOf.get(documentId) ?? 0);
  return left > 0 ? keepIt(because('has-articles', { count: left })) : removeIt(because('run-made', {}));
}

/** Takes away the terms of a kind that a run made, unless there are articles in them or somebody has renamed them. */
const undoKind =
  (kind: TermKind): Undo =>
  async (entries, context) => {
    const { strapi, ledger, isRehearsal } = context;
    const decided = await Promise.all(entries.map(async (entry) => ({ entry, decision: await decide(kind, entry, context) })));
    const removed = decided.filter(({ decision }) => decision.action === 'remove').map(({ entry }) => entry);
    if (!isRehearsal && removed.length > 0) {
      await createBulkWriter(strapi, TERM_TYPES[kind]).delete(removed.map(({ targetId }) => ({ documentId: targetId ?? '', locale: '*' })));
      await ledger.remove((await ledger.ofPages(removed.map(({ page }) => page))).map(({ id }) => id));
    }
    return decided.map(({ entry, decision }) => undone(entry, decision));
  };

/** Categories, tags and authors that a run made. */
export const undoTerms = Object.fromEntries(TERM_KINDS.map((kind) => [kind, undoKind(kind)])) as Readonly<Record<TermKind, Undo>>;
