import type { Core } from '@strapi/strapi';
import type { ActionName } from '../../../shared/contracts/actions';
import { rowsOf } from '../database/rows';
import { ACTION, UPLOAD } from '../store/uids';
import { uploadName } from '../uploads/upload-name';
import type { UploadRow } from '../uploads/upload-rows';

/** What was done with uploads is kept with their keys: they have no name before files come, and another with each. */
const WITH_UPLOADS: readonly ActionName[] = ['upload', 'remove-upload'];

interface Named {
  readonly action: ActionName;
  readonly about: string | null;
}

/** Puts names of uploads in the place of their keys. One that has no file has none. */
export async function nameUploads<Row extends Named>(strapi: Core.Strapi, rows: readonly Row[]): Promise<Row[]> {
  const keyOf = ({ action, about }: Named) => (about !== null && WITH_UPLOADS.includes(action) ? about : null);
  const keys = rows.map(keyOf).filter((key) => key !== null);
  const where = { key: { $in: keys } };
  const uploads = keys.length === 0 ? [] : await rowsOf<UploadRow>(strapi, UPLOAD).findMany({ where });
  const names = new Map(uploads.map((upload) => [upload.key, uploadName(upload)]));
  return rows.map((row) => {
    const name = names.get(keyOf(row) ?? '');
    return name === undefined ? row : { ...row, about: name === '' ? null : name };
  });
}

/** Keeps the name of an upload that goes. */
export async function keepUploadName(strapi: Core.Strapi, { id, name }: { readonly id: string; readonly name: string }): Promise<void> {
  const where = { action: { $in: WITH_UPLOADS }, about: id };
  await rowsOf(strapi, ACTION).updateMany({ where, data: { about: name === '' ? null : name } });
}
