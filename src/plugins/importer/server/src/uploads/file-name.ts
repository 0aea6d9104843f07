import { errors } from '@strapi/utils';
import { innerName } from '../import/source/archive/inner-name';
import { refuse } from '../messages/refuse';

/** Names that are devices on Windows, with whatever ending: https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i;

/** Most file systems take no longer part of a name, in bytes. */
const LONGEST_PART = 255;
const LONGEST = 1000;
const MOST_FOLDERS = 50;

const LONGEST_SHOWN = 200;

const refused = (name: string, code: 'file-name-path' | 'file-name-long' | 'file-name-windows') =>
  refuse(errors.ValidationError, code, { name: name.slice(0, LONGEST_SHOWN) });

/**
 * The parts of an uploaded file's name: folders, and the file. Letters that are written with several marks are put
 * together, so that a file has one name from whichever system it comes.
 *
 * @throws errors.ValidationError for a name that leads out of the upload, or that some file system could take for another.
 */
export function fileName(name: string): string[] {
  const inner = innerName(name.normalize('NFC'));
  if (inner === null || inner.includes('\\')) throw refused(name, 'file-name-path');
  const parts = inner.split('/');
  if (Buffer.byteLength(inner) > LONGEST || parts.length > MOST_FOLDERS || parts.some((part) => Buffer.byteLength(part) > LONGEST_PART)) {
    throw refused(name, 'file-name-long');
  }
  if (parts.some((part) => DEVICE.test(part) || /[. ]$/.test(part))) throw refused(name, 'file-name-windows');
  return parts;
}
