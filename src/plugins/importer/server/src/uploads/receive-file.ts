import { randomUUID } from 'node:crypto';
import { lstat, mkdir, open, rename, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import { isNativeError } from 'node:util/types';
import { errors } from '@strapi/utils';
import { messageOf } from '../import/source/fault';
import { refuse } from '../messages/refuse';

const codeOf = (cause: unknown) => (isNativeError(cause) && 'code' in cause ? cause.code : undefined);

/**
 * Writes a body into a new file as it comes in. It is read to its end only while `room` has any.
 *
 * @returns the file, and its size in bytes.
 * @throws whatever `room` throws; errors.ValidationError when the body breaks off. Nothing is left of the file then.
 */
export async function receiveFile(
  folder: string,
  body: IncomingMessage,
  room: (bytes: number) => Promise<void>,
): Promise<{ file: string; size: number }> {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, randomUUID());
  const handle = await open(file, 'wx', 0o600);
  let size = 0;
  try {
    try {
      // A body that is destroyed takes the connection with it, and the refusal would not be heard.
      for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        size += chunk.length;
        await room(chunk.length);
        await handle.appendFile(chunk);
      }
    } finally {
      await handle.close();
    }
    if (!body.complete) throw refuse(errors.ValidationError, 'file-broke-off', {});
    return { file, size };
  } catch (cause) {
    await rm(file, { force: true });
    // The rest goes nowhere, so that the refusal is heard, and the connection can be used again.
    body.resume();
    if (cause instanceof errors.ApplicationError) throw cause;
    if (body.destroyed && !body.complete) throw refuse(errors.ValidationError, 'file-broke-off', {});
    throw refuse(errors.ApplicationError, 'file-unkept', { reason: messageOf(cause) });
  }
}

/** What has come of putting a file into its place. */
interface Placed {
  /** The size of the file that it took the place of; null where there was none. */
  readonly replaced: number | null;
  /** Whether a file or folder directly below the upload is new with it. */
  readonly isNewTop: boolean;
}

/**
 * Puts a file into its place. One that is there already is replaced, so that sending a file again is no fault.
 *
 * @throws errors.ValidationError where a folder stands in the place of the file, or a file in that of a folder.
 */
export async function placeFile(file: string, root: string, parts: readonly string[]): Promise<Placed> {
  const target = path.join(root, ...parts);
  try {
    await mkdir(root, { recursive: true });
    const top =
      parts.length > 1
        ? await mkdir(path.join(root, parts[0] ?? '')).then(
            () => true,
            () => false,
          )
        : false;
    await mkdir(path.dirname(target), { recursive: true });
    const standing = await lstat(target).catch(() => null);
    await rename(file, target);
    return { replaced: standing?.size ?? null, isNewTop: parts.length > 1 ? top : standing === null };
  } catch (cause) {
    await rm(file, { force: true });
    if (!['EEXIST', 'ENOTDIR', 'EISDIR', 'ENOTEMPTY'].includes(String(codeOf(cause)))) throw cause;
    throw refuse(errors.ValidationError, 'file-and-folder', { name: parts.join('/') });
  }
}
