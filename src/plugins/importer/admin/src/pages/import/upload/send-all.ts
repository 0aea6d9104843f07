import { MOST_FILES_TOGETHER } from '../../../../../shared/contracts/imports';
import { sumBytes } from './check-limits';
import type { PickedFile } from './picked-file';

const AT_ONCE = 3;

/** So much goes in one request: a larger file goes alone. */
const MOST_BYTES_TOGETHER = 4 * 1024 * 1024;

/** What was added to what has been sent. Bytes of a file that was lost are taken off again. */
export interface SentMore {
  readonly files: number;
  readonly bytes: number;
}

interface Sending {
  readonly files: readonly PickedFile[];
  readonly signal: AbortSignal;
  /** Sends files in one request. */
  readonly sendTogether: (files: readonly PickedFile[], onProgress: (bytes: number) => void) => Promise<void>;
  readonly onSent: (more: SentMore) => void;
  readonly onLost: (file: PickedFile, error: unknown) => void;
}

/** Files as they are sent together: a request for each would take many times as long. */
function* batchesOf(files: readonly PickedFile[]): Generator<readonly PickedFile[]> {
  let [batch, bytes]: [PickedFile[], number] = [[], 0];
  for (const picked of files) {
    const isFull = batch.length === MOST_FILES_TOGETHER || bytes + picked.file.size > MOST_BYTES_TOGETHER;
    if (isFull && batch.length > 0) {
      yield batch;
      [batch, bytes] = [[], 0];
    }
    batch.push(picked);
    bytes += picked.file.size;
  }
  if (batch.length > 0) yield batch;
}

/**
 * Sends files, some together and a few requests at a time: a browser would keep thousands waiting. Where a request fails, its files go
 * one by one, so that only those are lost that can't be sent; and one that is lost does not stop the others.
 */
export async function sendAll({ files, signal, sendTogether, onSent, onLost }: Sending): Promise<void> {
  const waiting = batchesOf(files);
  const isOver = () => signal.aborted;
  const send = async (batch: readonly PickedFile[]) => {
    const size = sumBytes(batch);
    let counted = 0;
    const count = (bytes: number, done = 0) => {
      onSent({ files: done, bytes: bytes - counted });
      counted = bytes;
    };
    try {
      await sendTogether(batch, (bytes) => {
        count(Math.min(bytes, size));
      });
      count(size, batch.length);
    } catch (error) {
      count(0);
      const [first] = batch;
      if (isOver() || first === undefined) return;
      if (batch.length === 1) onLost(first, error);
      else for (const one of batch) if (!isOver()) await send([one]);
    }
  };
  const work = async () => {
    for (const batch of waiting) {
      if (isOver()) return;
      await send(batch);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
