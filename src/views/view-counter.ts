import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { writeViews } from './view-batch';

/** Counts views. Those that come while others are being written are written together. */
export interface ViewCounter {
  /** Adds one. @returns the new count, once it is committed. */
  add(documentId: string): Promise<number>;
  /** Waits until all is written. */
  finish(): Promise<void>;
}

/** Different articles in one statement: no database takes any number of values. */
const MOST_ARTICLES = 500;

/** A batch that more can still be added to. */
interface Batch {
  readonly reads: Map<string, number>;
  readonly written: Promise<ReadonlyMap<string, number>>;
}

export function createViewCounter(strapi: Core.Strapi): ViewCounter {
  let last: Promise<unknown> = Promise.resolve();
  let open: Batch | undefined;

  /**
   * A batch is closed when the one before it is written, and what has come in by then is in it. SQLite's driver works in this thread: without
   * a turn in between, one request would be read, written and answered before the next is looked at.
   */
  const begin = (): Batch => {
    const reads = new Map<string, number>();
    const written = last
      .then(() => nextTurn())
      .then(() => {
        if (open?.reads === reads) open = undefined;
        return writeViews(strapi, reads);
      });
    last = written.catch(() => undefined);
    return { reads, written };
  };

  return {
    async add(documentId) {
      if (open === undefined || (open.reads.size >= MOST_ARTICLES && !open.reads.has(documentId))) open = begin();
      const { reads, written } = open;
      const place = (reads.get(documentId) ?? 0) + 1;
      reads.set(documentId, place);
      const count = (await written).get(documentId) ?? 0;
      return count - (reads.get(documentId) ?? 0) + place;
    },
    async finish() {
      await last;
    },
  };
}
