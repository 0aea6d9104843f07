import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { isShown } from './media-types';

const FOLDER = '/uploads/';

/** Nothing runs, nothing else is loaded, and the file's origin is nobody's: not the panel's either. Drawings keep their styles. */
const POLICY = "default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'unsafe-inline'; sandbox";

/** Whether an address leads to the media library's files, however it is written: `/%75ploads/x` does on every system, `/Uploads/x` on some. */
function isMedia(address: string): boolean {
  try {
    return path.posix.normalize(decodeURIComponent(address)).toLowerCase().startsWith(FOLDER);
  } catch {
    return false;
  }
}

/**
 * What people upload is served from the panel's own origin, where it could act for whoever opens it. Here it can't, whatever it
 * is, and whenever it was uploaded.
 */
export const guardMedia: Core.MiddlewareHandler = async (context, next) => {
  await next();
  if (!isMedia(context.path)) return;
  context.set('Content-Security-Policy', POLICY);
  context.set('X-Content-Type-Options', 'nosniff');
  if (!isShown(context.response.type)) context.set('Content-Disposition', 'attachment');
};
