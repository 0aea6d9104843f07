/** The value that the given share of some values does not exceed, by nearest rank. @param sorted the smallest first. */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
