import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { rowsOf } from '../database/rows';
import type { UploadLimits } from '../../../shared/contracts/imports';
import { RUN, UPLOAD } from '../store/uids';
import { refuse } from '../messages/refuse';

/** What an upload is known by. It names a folder too, and whoever can write to the database can write another into a row. */
export const uploadKey = z.uuid();

/**
 * The folder of an upload. Every path to its files begins here.
 *
 * @param folder the folder that all uploads are in.
 * @throws errors.NotFoundError for a key that is none, wherever it comes from.
 */
export function folderOfUpload(folder: string, key: string): string {
  const { success, data } = uploadKey.safeParse(key);
  if (!success) throw refuse(errors.NotFoundError, 'upload-gone', {});
  return path.join(folder, data);
}

/** An upload as its row tells of it. */
export interface UploadRow {
  readonly key: string;
  readonly files: number;
  /** PostgreSQL tells large numbers as texts. */
  readonly bytes: number | string;
  /** The first file or folder. */
  readonly name: string | null;
  /** How many files and folders stand in it, without those below. */
  readonly tops: number;
  readonly createdAt: string | Date;
}

/** What comes to an upload, or goes. */
interface Change {
  readonly bytes: number;
  readonly files: number;
  readonly tops?: number;
  /** What it is called, where it has no name yet. */
  readonly name?: string;
}

/** The uploads that are kept, with what their files come to. Counts are changed in the database itself: files come side by side. */
export interface UploadRows {
  create(key: string, by: string): Promise<UploadRow>;
  /** @throws errors.NotFoundError where there is none. */
  find(key: string): Promise<UploadRow>;
  has(key: string): Promise<boolean>;
  /** Makes room for a file or for more of its bytes. @throws errors.PayloadTooLargeError where there is none. */
  reserve(key: string, change: Pick<Change, 'bytes' | 'files'>): Promise<void>;
  change(key: string, change: Change): Promise<void>;
  /** @throws errors.ValidationError when a run needs the files as they are. */
  checkUnused(key: string): Promise<void>;
  remove(key: string): Promise<void>;
  /** Those that were begun before a moment and that no run refers to; and those that no run has read since another. */
  unused(begun: Date, read: Date | null): Promise<string[]>;
}

export function createUploadRows(strapi: Core.Strapi, limits: UploadLimits): UploadRows {
  const rows = () => rowsOf<UploadRow>(strapi, UPLOAD);
  const runs = () => rowsOf(strapi, RUN);
  const table = () => strapi.db.connection(strapi.db.metadata.get(UPLOAD).tableName);
  const more = (column: string, count: number) => strapi.db.connection.raw('?? + ?', [column, count]);

  async function find(key: string): Promise<UploadRow> {
    const row = await rows().findOne({ where: { key } });
    if (row === null) throw refuse(errors.NotFoundError, 'upload-gone', {});
    return row;
  }

  return {
    find,
    has: async (key) => (await rows().count({ where: { key } })) > 0,
    create: (key, by) => rows().create({ data: { key, by, files: 0, bytes: 0, tops: 0, name: null } }),

    async reserve(key, { bytes, files }) {
      const room = table()
        .where({ key })
        .whereRaw('bytes + ? <= ?', [bytes, limits.bytes])
        .whereRaw('files + ? <= ?', [files, limits.files]);
      if ((await room.update({ bytes: more('bytes', bytes), files: more('files', files) })) > 0) return;
      const row = await find(key);
      const tooMany = row.files + files > limits.files;
      throw tooMany
        ? refuse(errors.PayloadTooLargeError, 'upload-full-files', { files: limits.files })
        : refuse(errors.PayloadTooLargeError, 'upload-full-bytes', { bytes: limits.bytes });
    },

    async change(key, { bytes, files, tops = 0, name }) {
      const named = name === undefined ? {} : { name: strapi.db.connection.raw('coalesce(name, ?)', [name]) };
      await table()
        .where({ key })
        .update({ bytes: more('bytes', bytes), files: more('files', files), tops: more('tops', tops), ...named });
    },

    async checkUnused(key) {
      const users = [{ kind: 'import' }, { state: 'running' }];
      if ((await runs().count({ where: { upload: key, $or: users } })) === 0) return;
      throw refuse(errors.ValidationError, 'upload-in-use', {});
    },

    async remove(key) {
      await rows().deleteMany({ where: { key } });
    },

    async unused(begun, read) {
      const old = await rows().findMany({ where: { createdAt: { $lt: begun } } });
      const since =
        read === null ? [] : [{ finishedAt: { $gte: read } }, { finishedAt: null, startedAt: { $gte: read } }, { state: 'running' }];
      const keys: string[] = [];
      for (const { key } of old) {
        const readers = await runs().count({ where: { upload: key } });
        const isOver = readers > 0 && read !== null && (await runs().count({ where: { upload: key, $or: since } })) === 0;
        if (readers === 0 || isOver) keys.push(key);
      }
      return keys;
    },
  };
}
