import { isArrayBuffer } from 'node:util/types';
import type { PageTask, ReadPage } from './page-task';

/** What is sent to another thread: plain data, and the buffers in it that move there instead of being copied. */
export interface Transferables<T> {
  readonly items: readonly T[];
  readonly moved: readonly ArrayBuffer[];
}

/** Bytes that own their buffer: it may be moved. Small buffers share a large one, which must stay. */
function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteLength } = bytes;
  return isArrayBuffer(buffer) && byteLength === buffer.byteLength ? new Uint8Array(buffer) : new Uint8Array(bytes);
}

function pack<T>(items: readonly T[], bytesOf: (item: T) => unknown, withBytes: (item: T, bytes: Uint8Array) => T): Transferables<T> {
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

export const packTasks = (tasks: readonly PageTask[]): Transferables<PageTask> =>
  pack(
    tasks,
    ({ content }) => content,
    (task, content) => ({ ...task, content }),
  );

/** A text of so many bytes is moved as it is, where it has a buffer of its own. */
const LONG_TEXT = 1024 * 1024;

const isMovable = ({ length, buffer }: Uint8Array) => length > LONG_TEXT && length === buffer.byteLength;

/** The texts of pages, one after the other: a buffer for all of them costs less to move, and to clear away, than many small ones. */
function joinTexts(pages: readonly ReadPage[]): ReadPage[] {
  const texts = pages.map(({ recognition }) => recognition?.story.body);
  const joined = new Uint8Array(texts.reduce((sum, text) => sum + (text === undefined || isMovable(text) ? 0 : text.length), 0));
  let end = 0;
  return pages.map((page, index) => {
    const text = texts[index];
    if (text === undefined || page.recognition === null || isMovable(text)) return page;
    joined.set(text, end);
    end += text.length;
    const story = { ...page.recognition.story, body: joined.subarray(end - text.length, end) };
    return { ...page, recognition: { ...page.recognition, story } };
  });
}

export function packPages(pages: readonly ReadPage[]): Transferables<ReadPage> {
  const { items, moved } = pack(
    joinTexts(pages),
    ({ recognition }) => recognition?.bytes,
    (page, bytes) => ({ ...page, recognition: page.recognition && { ...page.recognition, bytes } }),
  );
  const texts = new Set(items.flatMap(({ recognition }) => recognition?.story.body.buffer ?? []));
  return { items, moved: [...moved, ...[...texts].filter((buffer) => isArrayBuffer(buffer))] };
}
