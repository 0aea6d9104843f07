import { isArrayBuffer } from 'node:util/types';
import type { PageTask, ReadPage } from './page-task';

/** What is sent to another thread: plain data, and the buffers in it that move there instead of being copied. */
export interface Parcel<T> {
  readonly items: readonly T[];
  readonly moved: readonly ArrayBuffer[];
}

/** Bytes that own their buffer: it may be moved. Small buffers share a large one, which must stay. */
function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteLength } = bytes;
  return isArrayBuffer(buffer) && byteLength === buffer.byteLength ? new Uint8Array(buffer) : new Uint8Array(bytes);
}

function pack<T>(items: readonly T[], bytesOf: (item: T) => unknown, withBytes: (item: T, bytes: Uint8Array) => T): Parcel<T> {
  const moved = new Set<ArrayBuffer>();
  const packed = items.map((item) => {
    const bytes = bytesOf(item);
    if (!(bytes instanceof Uint8Array)) return item;
    const own = owned(bytes);
    moved.add(own.buffer);
    return withBytes(item, own);
  });
  return { items: packed, moved: [...moved] };
}

export const packTasks = (tasks: readonly PageTask[]): Parcel<PageTask> =>
  pack(
    tasks,
    ({ content }) => content,
    (task, content) => ({ ...task, content }),
  );

export const packPages = (pages: readonly ReadPage[]): Parcel<ReadPage> =>
  pack(
    pages,
    ({ recognition }) => recognition?.bytes,
    (page, bytes) => ({ ...page, recognition: page.recognition && { ...page.recognition, bytes } }),
  );
