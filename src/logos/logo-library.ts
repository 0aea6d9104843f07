import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { type MediaFile, markOf, originalOf } from './media-file';
import { normaliseLogo } from './normalise-logo';
import { readBytes } from './read-bytes';

const FILE = 'plugin::upload.file';

/** The new ending may be longer than that of the picture. */
const LONGEST_NAME = 240;

interface Upload {
  readonly data: { readonly fileInfo: object };
  readonly files: { readonly filepath: string; readonly originalFilename: string; readonly mimetype: string; readonly size: number };
}

interface UploadService {
  findOne(id: number, populate: object): Promise<MediaFile | null>;
  upload(request: Upload): Promise<[MediaFile]>;
  remove(file: MediaFile): Promise<unknown>;
}

/** Logos in the media library. */
export interface LogoLibrary {
  find(id: number): Promise<MediaFile | null>;
  /** Makes the normalised logo of a picture. @returns the picture itself where it is to stay as it is. */
  normalise(picture: MediaFile): Promise<MediaFile>;
  remove(file: MediaFile): Promise<void>;
}

export function logoLibrary(strapi: Core.Strapi): LogoLibrary {
  const uploads = () => strapi.plugin('upload').service<UploadService>('upload');

  async function store(original: MediaFile, picture: Buffer): Promise<MediaFile> {
    const folder = await mkdtemp(path.join(tmpdir(), 'logo-'));
    try {
      const filepath = path.join(folder, 'logo.webp');
      await writeFile(filepath, picture);
      const originalFilename = `${path.basename(original.name, path.extname(original.name)).slice(0, LONGEST_NAME)}.webp`;
      const { alternativeText, caption } = original;
      const fileInfo = { name: originalFilename, alternativeText, caption, ...(original.folder ? { folder: original.folder.id } : {}) };
      const files = { filepath, originalFilename, mimetype: 'image/webp', size: picture.length };
      const [made] = await uploads().upload({ data: { fileInfo }, files });
      await strapi.db.query(FILE).update({ where: { id: made.id }, data: { provider_metadata: markOf(original, made) } });
      return made;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  return {
    find: (id) => uploads().findOne(id, { folder: { select: ['id'] } }),

    async normalise(original) {
      if (originalOf(original) !== undefined) return original;
      const picture = await normaliseLogo(await readBytes(strapi, original), original.name);
      return picture === null ? original : store(original, picture);
    },

    async remove(file) {
      await uploads().remove(file);
    },
  };
}
