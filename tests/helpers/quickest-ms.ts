const MOST_TRIES = 5;

/**
 * Milliseconds that work takes: of some tries the quickest, since what a shared machine does besides makes them slower, and never
 * quicker.
 *
 * @param enoughMs what is quick enough for no other try to be made.
 */
export async function quickestMs(enoughMs: number, work: () => Promise<unknown>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < MOST_TRIES && best > enoughMs; tries += 1) {
    const started = performance.now();
    await work();
    best = Math.min(best, performance.now() - started);
  }
  return best;
}
