/** @returns a function that tells how many seconds have gone by since. */
export function startStopwatch(): () => number {
  const started = performance.now();
  return () => (performance.now() - started) / 1000;
}
