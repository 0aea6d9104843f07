import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { MediaFile } from './media-file';

/**
 * The bytes of a file in the media library, wherever its provider keeps them.
 *
 * @throws Error when they are not there.
 */
export async function readBytes(strapi: Core.Strapi, { url, provider }: MediaFile): Promise<Buffer> {
  if (provider === 'local') return readFile(path.join(strapi.dirs.static.public, decodeURI(new URL(url, 'file:///').pathname)));
  const answer = await strapi.fetch(url);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
}
