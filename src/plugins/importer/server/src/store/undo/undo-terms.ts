import { createBulkWriter } from '../../bulk/bulk-writer';
import { rowsOf } from '../../database/rows';
import { TERM_KINDS, type TermKind } from '../../import/plan/terms';
import { keepIt, nothingToUndo, removeIt, type UndoDecision } from '../../import/undo/decide-undo';
import { because } from '../../messages/reasons';
import type { KeptEntry } from '../entries';
import { FIELDS_OF_TERMS } from '../content-model';
import { type Undo, undone, type UndoContext } from './undo-context';

type Row = Readonly<Record<string, unknown>>;

/** Which of some documents of a kind exist. */
export async function termsStanding(
  kind: TermKind,
  documentIds: readonly string[],
  { strapi, content }: Pick<UndoContext, 'strapi' | 'content'>,
): Promise<Set<string>> {
  const type = content.terms[kind];
  if (type === null || documentIds.length === 0) return new Set();
  const rows = await rowsOf<Row>(strapi, type.uid).findMany({ where: { documentId: { $in: documentIds } } });
  return new Set(rows.map(({ documentId }) => String(documentId)));
}

async function decide(kind: TermKind, entry: KeptEntry, { strapi, content, removedOf }: UndoContext): Promise<UndoDecision> {
  const documentId = entry.targetId ?? '';
  const { article, terms } = content;
  const [type, field] = [terms[kind], article.fields[FIELDS_OF_TERMS[kind]]];
  const standing = type && (await rowsOf<Row>(strapi, type.uid).findOne({ where: { documentId } }));
  if (type === null || field === null || standing === null) return nothingToUndo(because('removed-already', {}));
  if (type.fromRow(standing).name !== entry.title) return keepIt(because('renamed-since', {}));
  const drafts = await rowsOf(strapi, article.uid).count({ where: { [field]: { documentId }, ...article.drafts } });
  const left = drafts - (removedOf.get(documentId) ?? 0);
  return left > 0 ? keepIt(because('has-articles', { count: left })) : removeIt(because('run-made', {}));
}

/** Takes away the terms of a kind that a run made, unless there are articles in them or somebody has renamed them. */
const undoKind =
  (kind: TermKind): Undo =>
  async (entries, context) => {
    const { strapi, ledger, content, isRehearsal } = context;
    const type = content.terms[kind];
    const decided = await Promise.all(entries.map(async (entry) => ({ entry, decision: await decide(kind, entry, context) })));
    const removed = decided.filter(({ decision }) => decision.action === 'remove').map(({ entry }) => entry);
    if (!isRehearsal && removed.length > 0 && type !== null) {
      const everywhere = type.localized ? { locale: '*' } : {};
      await createBulkWriter(strapi, type.uid).delete(removed.map(({ targetId }) => ({ documentId: targetId ?? '', ...everywhere })));
      await ledger.remove((await ledger.ofPages(removed.map(({ page }) => page))).map(({ id }) => id));
    }
    return decided.map(({ entry, decision }) => undone(entry, decision));
  };

/** Categories, tags and authors that a run made. */
export const undoTerms = Object.fromEntries(TERM_KINDS.map((kind) => [kind, undoKind(kind)])) as Readonly<Record<TermKind, Undo>>;
