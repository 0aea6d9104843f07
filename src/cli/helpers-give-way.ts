import { readdirSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

/** The threads of this process, on Linux, whose kernel shows them. */
const THREADS = '/proc/self/task';

function lower(thread: number): void {
  try {
    setPriority(thread, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended meanwhile, or its priority is not for this process to change: it works on as it did.
  }
}

/**
 * Lets this thread go before those that V8 clears away and compiles in. Where there are more of them than processors, they would
 * keep it waiting for a processor again and again, though nobody waits for them (measured: an import on two processors takes 3 to
 * 9 % less time). Threads that are started later are as this one.
 *
 * On Linux a priority is a thread's own. Elsewhere it would be the whole process's, and nothing is done.
 */
export function letHelpersGiveWay(): void {
  if (process.platform !== 'linux') return;
  for (const thread of readdirSync(THREADS).map(Number)) if (thread !== process.pid) lower(thread);
}
