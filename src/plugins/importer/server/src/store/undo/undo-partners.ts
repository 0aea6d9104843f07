import type { Core } from '@strapi/strapi';
import { type MediaFile, originalOf } from '../../../../../../logos/media-file';
import { rowsOf } from '../../../../../../strapi/rows';
import { keepIt, nothingToUndo, removeIt, type UndoDecision } from '../../import/undo/decide-undo';
import type { KeptEntry } from '../entries';
import { partnerPrints } from '../site';
import { PARTNER } from '../uids';
import { differences } from '../../import/plan/three-way';
import { type Undo, undone, type UndoContext } from './undo-context';

interface PartnerRow extends Record<string, unknown> {
  readonly logo: { readonly id: number } | null;
}

interface UploadService {
  findOne(id: number): Promise<MediaFile | null>;
  remove(file: object): Promise<unknown>;
}

/** Takes a logo, and the picture that it was made from, out of the media library, when no one else uses them. */
async function removeLogo(strapi: Core.Strapi, id: number): Promise<void> {
  const uploads = strapi.plugin('upload').service<UploadService>('upload');
  const links = await strapi.db.connection('files_related_mph').where({ file_id: id }).select('id');
  const file = links.length > 0 ? null : await uploads.findOne(id);
  if (!file) return;
  const original = originalOf(file);
  await uploads.remove(file);
  if (original !== undefined) await removeLogo(strapi, original);
}

async function undoPartner(entry: KeptEntry, { strapi, ledger, isRehearsal, afterwards }: UndoContext): Promise<UndoDecision> {
  const documentId = entry.targetId ?? '';
  const current = await rowsOf<PartnerRow>(strapi, PARTNER).findOne({ where: { documentId }, populate: { logo: { select: ['id'] } } });
  const [item] = await ledger.ofPages([entry.page]);
  if (!current || item === undefined) return nothingToUndo('an editor has removed it already');
  const changed = differences(partnerPrints({ ...current, logo: current.logo?.id ?? null }), item.written);
  if (changed.length > 0) return keepIt(`an editor has changed ${changed.join(', ')} since`);
  if (!isRehearsal) {
    await strapi.documents(PARTNER).delete({ documentId });
    await ledger.remove([item.id]);
    const logo = current.logo?.id;
    if (logo !== undefined) afterwards(() => removeLogo(strapi, logo));
  }
  return removeIt('the run made it');
}

export const undoPartners: Undo = async (entries, context) => {
  const decided = [];
  for (const entry of entries) decided.push(undone(entry, await undoPartner(entry, context)));
  return decided;
};
