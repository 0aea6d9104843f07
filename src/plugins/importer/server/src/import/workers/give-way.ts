import { constants, setPriority } from 'node:os';

/**
 * Lets other threads go before the one that calls it: where there are more threads than processors, the one that writes, or answers
 * requests, need not wait for those that work ahead of it.
 *
 * On Linux a priority is a thread's own. Elsewhere it would be the whole process's, and nothing is done.
 */
export function giveWay(): void {
  if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
}
