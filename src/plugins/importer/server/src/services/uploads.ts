import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, readdir, rm, stat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Upload } from '../../../shared/contracts/imports';
import { keepUploadName } from '../history/name-uploads';
import { configurationOf } from '../configuration';
import { fileName } from '../uploads/file-name';
import { placeFile, receiveFile } from '../uploads/receive-file';
import { uploadName } from '../uploads/upload-name';
import { createUploadRows, folderOfUpload, type UploadRow, uploadKey } from '../uploads/upload-rows';
import { refuse } from '../messages/refuse';
import { DAY_MS } from '../store/retention';

/** A file that has come in with others. */
export interface ReceivedFile {
  /** Its place among those of the upload. */
  readonly name: string;
  /** Where it lies on the disk. */
  readonly file: string;
  readonly size: number;
}

/** Files that were brought in through the panel, on the disk of the server. */
export interface UploadsService {
  begin(by: string): Promise<Upload>;
  /**
   * Takes a file in as it comes.
   *
   * @param size what the request says that it has, in bytes; null where it does not say.
   */
  put(id: string, name: string, body: IncomingMessage, size: number | null): Promise<Upload>;
  /** Takes in files that lie somewhere on the disk already, and leaves them there. Where one is refused, those before it stay. */
  putAll(id: string, files: readonly ReceivedFile[]): Promise<Upload>;
  remove(id: string): Promise<Upload>;
  /** The folder that an upload's files are in, and what people call it. */
  open(id: string): Promise<{ readonly folder: string; readonly name: string }>;
  /** Removes what nobody has imported for a day, and what no run has read for as long as the configuration says. */
  prune(): Promise<void>;
}

/** Files on their way in, beside the uploads. */
const PARTS = '.parts';

const toUpload = (row: UploadRow): Upload => ({
  ...{ id: row.key, files: row.files, bytes: Number(row.bytes), name: uploadName(row) },
  createdAt: new Date(row.createdAt).toISOString(),
});

/** Removes files whose request died with the process. */
async function removeOldParts(folder: string, before: Date): Promise<void> {
  const names = await readdir(folder).catch((): string[] => []);
  for (const name of names) {
    const file = path.join(folder, name);
    const look = await stat(file).catch(() => null);
    if (look !== null && look.mtime < before) await rm(file, { force: true });
  }
}

export default ({ strapi }: { strapi: Core.Strapi }): UploadsService => {
  const { uploads, retention } = configurationOf(strapi);
  const rows = createUploadRows(strapi, uploads);
  const folderOf = (id: string) => folderOfUpload(uploads.folder, id);
  const read = async (id: string) => toUpload(await rows.find(id));

  async function remove(id: string): Promise<void> {
    const folder = folderOf(id);
    await keepUploadName(strapi, await read(id));
    await rows.remove(id);
    await rm(folder, { recursive: true, force: true });
  }

  /** Folders on this node whose uploads another node has removed: each has its own disk. */
  async function removeLeftFolders(before: Date): Promise<void> {
    const names = await readdir(uploads.folder).catch((): string[] => []);
    for (const name of names.filter((one) => uploadKey.safeParse(one).success)) {
      const look = await stat(folderOf(name)).catch(() => null);
      if (look === null || look.mtime >= before || (await rows.has(name))) continue;
      await rm(folderOf(name), { recursive: true, force: true });
    }
  }

  async function prune(): Promise<void> {
    const before = new Date(Date.now() - DAY_MS);
    const read = retention.uploads === null ? null : new Date(Date.now() - retention.uploads * DAY_MS);
    for (const id of await rows.unused(before, read)) if (uploadKey.safeParse(id).success) await remove(id);
    await removeOldParts(path.join(uploads.folder, PARTS), before);
    if (read !== null) await removeLeftFolders(read);
  }

  return {
    prune,

    async begin(by) {
      await prune();
      const id = randomUUID();
      const row = await rows.create(id, by);
      await mkdir(folderOf(id), { recursive: true });
      return toUpload(row);
    },

    async put(id, name, body, size) {
      const [folder, parts] = [folderOf(id), fileName(name)];
      await rows.find(id);
      await rows.checkUnused(id);
      let [reserved, received] = [size ?? 0, 0];
      await rows.reserve(id, { bytes: reserved, files: 1 });
      try {
        const room = async (bytes: number) => {
          received += bytes;
          if (received > reserved) await rows.reserve(id, { bytes: received - reserved, files: 0 });
          reserved = Math.max(reserved, received);
        };
        const { file } = await receiveFile(path.join(uploads.folder, PARTS), body, room);
        const { replaced, isNewTop } = await placeFile(file, folder, parts);
        const gone = replaced === null ? { bytes: 0, files: 0 } : { bytes: -replaced, files: -1 };
        await rows.change(id, { ...gone, tops: isNewTop ? 1 : 0, name: parts[0] ?? '' });
      } catch (cause) {
        await rows.change(id, { bytes: -reserved, files: -1 });
        throw cause;
      }
      return read(id);
    },

    async putAll(id, files) {
      const [folder, parts] = [folderOf(id), path.join(uploads.folder, PARTS)];
      const named = files.map((one) => ({ ...one, parts: fileName(one.name) }));
      await rows.find(id);
      await rows.checkUnused(id);
      const left = { bytes: named.reduce((sum, { size }) => sum + size, 0), files: named.length };
      await rows.reserve(id, left);
      const change = { bytes: 0, files: 0, tops: 0 };
      try {
        await mkdir(parts, { recursive: true });
        for (const one of named) {
          const part = path.join(parts, randomUUID());
          await copyFile(one.file, part);
          const { replaced, isNewTop } = await placeFile(part, folder, one.parts);
          [left.bytes, left.files] = [left.bytes - one.size, left.files - 1];
          if (isNewTop) change.tops += 1;
          if (replaced !== null) [change.bytes, change.files] = [change.bytes - replaced, change.files - 1];
        }
      } finally {
        const name = named[0]?.parts[0];
        const isAnyIn = left.files < named.length && name !== undefined;
        await rows.change(id, {
          ...change,
          bytes: change.bytes - left.bytes,
          files: change.files - left.files,
          ...(isAnyIn ? { name } : {}),
        });
      }
      return read(id);
    },

    async remove(id) {
      const upload = await read(id);
      await rows.checkUnused(id);
      await remove(id);
      return upload;
    },

    async open(id) {
      const folder = folderOf(id);
      const { files, name } = await read(id);
      if (files === 0) throw refuse(errors.ValidationError, 'upload-empty', {});
      return { folder, name };
    },
  };
};
