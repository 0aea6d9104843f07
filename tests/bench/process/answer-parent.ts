import { once } from 'node:events';
import type { Outcome } from './run-in-child';

function send(outcome: Outcome): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(outcome, undefined, {}, (error) => (error === null ? resolve() : reject(error)));
  });
}

/**
 * Does what the process that started this one asks for, sends it the answer, and ends. Ends too when that process is gone.
 *
 * @param perform its answer goes through JSON.
 */
export async function answerParent(perform: (request: unknown) => Promise<unknown>): Promise<void> {
  process.once('disconnect', () => process.exit(1));
  const [{ request }] = (await once(process, 'message')) as [{ request: unknown }];
  try {
    await send({ answer: await perform(request) });
  } catch (error) {
    await send({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
  process.exit(0);
}
