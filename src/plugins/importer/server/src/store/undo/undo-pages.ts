import { nothingToUndo, removeIt } from '../../import/undo/decide-undo';
import { because } from '../../messages/reasons';
import { backIntoQuarantine } from './back-into-quarantine';
import { raisedBy, type Undo, undone } from './undo-context';

/** Forgets pages that told what another page tells, and the views that they raised. */
export const undoDuplicates: Undo = async (entries, context) => {
  const { ledger, views, isRehearsal } = context;
  const items = await ledger.ofPages(entries.map(({ page }) => page));
  const own = new Map(items.map((item) => [`${item.page}\n${item.targetId}`, item]));
  const itemOf = (page: string, targetId: string | null) => own.get(`${page}\n${targetId ?? ''}`);
  if (!isRehearsal) {
    await ledger.remove(entries.flatMap(({ page, targetId }) => itemOf(page, targetId)?.id ?? []));
    await views.lower(entries.flatMap(raisedBy));
    await backIntoQuarantine(entries, context);
  }
  return entries.map((entry) => {
    const isKnown = itemOf(entry.page, entry.targetId) !== undefined;
    return undone(entry, isKnown ? removeIt(because('took-note', {})) : nothingToUndo(because('article-gone', {})));
  });
};

/** Forgets pages that the run left out. Those that it found under another name are in quarantine under the one from before again. */
export const undoQuarantine: Undo = async (entries, context) => {
  const { ledger, run, isRehearsal } = context;
  const items = await ledger.ofPages(entries.map(({ page }) => page));
  const own = items.filter((item) => item.targetId === '' && item.run === run);
  const known = new Set(own.map(({ page }) => page));
  if (!isRehearsal) {
    await ledger.remove(own.map(({ id }) => id));
    await backIntoQuarantine(
      entries.filter(({ page, before }) => before !== null && known.has(page)),
      context,
    );
  }
  return entries.map((entry) => {
    return undone(entry, known.has(entry.page) ? removeIt(because('took-note', {})) : nothingToUndo(because('read-again', {})));
  });
};
