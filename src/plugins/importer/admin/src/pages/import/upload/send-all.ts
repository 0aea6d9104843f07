import type { PickedFile } from './picked-file';

const AT_ONCE = 4;

/** What was added to what has been sent. Bytes of a file that was lost are taken off again. */
export interface SentMore {
  readonly files: number;
  readonly bytes: number;
}

interface Sending {
  readonly files: readonly PickedFile[];
  readonly signal: AbortSignal;
  readonly sendOne: (file: PickedFile, onProgress: (bytes: number) => void) => Promise<void>;
  readonly onSent: (more: SentMore) => void;
  readonly onLost: (file: PickedFile, error: unknown) => void;
}

/** Sends files, a few at a time: a browser would keep thousands of requests waiting. One that is lost does not stop the others. */
export async function sendAll({ files, signal, sendOne, onSent, onLost }: Sending): Promise<void> {
  const waiting = files.values();
  const work = async () => {
    for (const picked of waiting) {
      if (signal.aborted) return;
      let counted = 0;
      const count = (bytes: number, isDone = false) => {
        onSent({ files: isDone ? 1 : 0, bytes: bytes - counted });
        counted = bytes;
      };
      try {
        await sendOne(picked, count);
        count(picked.file.size, true);
      } catch (error) {
        count(0);
        onLost(picked, error);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
