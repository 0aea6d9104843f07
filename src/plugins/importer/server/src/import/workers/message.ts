import type { PageTask, ReadPage } from './page-task';

/** What a worker is sent. */
export interface Order {
  readonly number: number;
  readonly tasks: readonly PageTask[];
}

/** What it answers: the pages in the order of their tasks, or what it stumbled over. */
export type Answer =
  { readonly number: number; readonly pages: readonly ReadPage[] } | { readonly number: number; readonly failure: string };

/** The buffers of long texts, which move to the other thread instead of being copied. Small ones share a buffer, which must stay. */
export const transferablesOf = (contents: readonly unknown[]): ArrayBuffer[] => [
  ...new Set(
    contents.flatMap((content) => {
      if (!(content instanceof Uint8Array) || !(content.buffer instanceof ArrayBuffer)) return [];
      return content.byteLength === content.buffer.byteLength ? [content.buffer] : [];
    }),
  ),
];
