import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import sharp from 'sharp';

const MIME_TYPES: Record<string, string> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
};

interface UploadService {
  upload(request: { data: object; files: object }): Promise<[{ id: number }]>;
}

/**
 * Puts a picture into the media library.
 *
 * @returns the id of the file there.
 * @throws Error when it is a picture of a kind that is not taken.
 */
export async function uploadPicture(strapi: Core.Strapi, file: string): Promise<number> {
  const { format } = await sharp(file).metadata();
  const mimetype = MIME_TYPES[format];
  if (mimetype === undefined) throw new Error(`${file}: pictures of the kind ${format} are not taken`);
  const { size } = await stat(file);
  const files = { filepath: file, originalFilename: path.basename(file), mimetype, size };
  const [uploaded] = await strapi.plugin('upload').service<UploadService>('upload').upload({ data: {}, files });
  return uploaded.id;
}
