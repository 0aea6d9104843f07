import { keepIt, nothingToUndo, removeIt, type UndoDecision } from '../../import/undo/decide-undo';
import { because } from '../../messages/reasons';
import type { KeptEntry } from '../entries';
import { inLocale } from '../site';
import { type Undo, undone, type UndoContext } from './undo-context';

/** Empties the texts of one language that a run filled, and that still are as it filled them. */
async function undoLanguage(entry: KeptEntry, { strapi, ledger, content: { site }, isRehearsal }: UndoContext): Promise<UndoDecision> {
  const locale = entry.targetLocale ?? '';
  const filled = entry.before?.fields ?? {};
  const standing = site && (await strapi.documents(site.uid).findFirst(inLocale(locale)));
  const current: Readonly<Record<string, unknown>> | null = standing && site.fromRow(standing);
  if (site === null || current === null) return nothingToUndo(because('removed-since', {}));
  const same = Object.keys(filled).filter((name) => current[name] === filled[name]);
  const others = Object.keys(filled).filter((name) => !same.includes(name));
  if (same.length === 0) return keepIt(because('changed-since', { fields: others }));
  if (!isRehearsal) {
    const data = Object.fromEntries(same.map((name) => [name, null]));
    await strapi.documents(site.uid).update({ documentId: entry.targetId ?? '', ...inLocale(locale), data: site.toData(data) });
    const [item] = await ledger.ofPages([entry.page]);
    const written = Object.fromEntries(Object.entries(item?.written ?? {}).filter(([name]) => !same.includes(name)));
    if (item) await ledger.restore([{ ...item, written }]);
  }
  const filledOne = removeIt(because('run-filled', { fields: same }));
  if (others.length === 0) return filledOne;
  return { ...filledOne, reasons: [...filledOne.reasons, because('changed-since', { fields: others })], kept: others };
}

export const undoSite: Undo = async (entries, context) => {
  const decided = [];
  for (const entry of entries) decided.push(undone(entry, await undoLanguage(entry, context)));
  return decided;
};
