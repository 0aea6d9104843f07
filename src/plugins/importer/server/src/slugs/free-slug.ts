/**
 * The first free of `base`, `base-2`, `base-3`, … that a galloping search meets. With gaps in the numbering it is a
 * free one, not always the lowest; it takes a logarithmic number of look-ups, so that a headline that stands over
 * thousands of articles costs no more than a rare one.
 */
export async function freeSlug(base: string, isTaken: (slug: string) => Promise<boolean>): Promise<string> {
  if (!(await isTaken(base))) return base;

  let taken = 1;
  let free = 2;
  while (await isTaken(`${base}-${free}`)) {
    taken = free;
    free *= 2;
  }
  while (free - taken > 1) {
    const middle = Math.floor((taken + free) / 2);
    if (await isTaken(`${base}-${middle}`)) taken = middle;
    else free = middle;
  }
  return `${base}-${free}`;
}
