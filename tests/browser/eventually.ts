import { setTimeout as wait } from 'node:timers/promises';

/** How long a page may take to follow a key or a click on a busy machine. */
const PATIENCE_MS = 15_000;
const LOOK_EVERY_MS = 100;

/** Checks again and again until it holds: a page follows what is done with it a moment later. @throws what the last check threw. */
export async function eventually(check: () => Promise<void>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await wait(LOOK_EVERY_MS);
  }
}
