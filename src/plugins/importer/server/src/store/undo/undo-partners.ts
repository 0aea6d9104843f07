import type { Core } from '@strapi/strapi';
import { keepIt, nothingToUndo, removeIt, type UndoDecision } from '../../import/undo/decide-undo';
import { because } from '../../messages/reasons';
import type { KeptEntry } from '../entries';
import { findPartner, partnerPrints } from '../site';
import { differences } from '../../import/plan/three-way';
import { type Undo, undone, type UndoContext } from './undo-context';

interface UploadService {
  findOne(id: number): Promise<object | null>;
  remove(file: object): Promise<unknown>;
}

/** Takes a picture out of the media library, when no one else uses it. */
async function removePicture(strapi: Core.Strapi, id: number): Promise<void> {
  const uploads = strapi.plugin('upload').service<UploadService>('upload');
  const links = await strapi.db.connection('files_related_mph').where({ file_id: id }).select('id');
  const file = links.length > 0 ? null : await uploads.findOne(id);
  if (!file) return;
  await uploads.remove(file);
}

async function undoPartner(
  entry: KeptEntry,
  { strapi, ledger, content: { partner }, isRehearsal, afterwards }: UndoContext,
): Promise<UndoDecision> {
  const documentId = entry.targetId ?? '';
  const current = partner && (await findPartner(strapi, partner, documentId));
  const [item] = await ledger.ofPages([entry.page]);
  if (partner === null || current === null || item === undefined) return nothingToUndo(because('removed-already', {}));
  const changed = differences(partnerPrints(current), item.written);
  if (changed.length > 0) return keepIt(because('changed-since', { fields: changed }));
  if (!isRehearsal) {
    await strapi.documents(partner.uid).delete({ documentId });
    await ledger.remove([item.id]);
    // The logo may have been made from the picture.
    const pictures = new Set([current.logo, entry.before?.picture]);
    for (const id of pictures) if (typeof id === 'number') afterwards(() => removePicture(strapi, id));
  }
  return removeIt(because('run-made', {}));
}

export const undoPartners: Undo = async (entries, context) => {
  const decided = [];
  for (const entry of entries) decided.push(undone(entry, await undoPartner(entry, context)));
  return decided;
};
