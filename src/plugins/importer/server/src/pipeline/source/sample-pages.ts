import type { Page } from '../page';
import { type Entry, readPage } from './list-source';

/** So many pages show what all have in common. */
const SAMPLE_SIZE = 300;

/** Pages from all over a source, evenly spread, to learn from. The ones that can't be read are left to the reading proper. */
export async function samplePages(entries: readonly Entry[]): Promise<Page[]> {
  const step = Math.max(1, entries.length / SAMPLE_SIZE);
  const count = Math.min(entries.length, SAMPLE_SIZE);
  const chosen = Array.from({ length: count }, (_, index) => entries[Math.floor(index * step)]);
  const pages = await Promise.all(chosen.map(async (entry) => (entry ? readPage(entry) : new Error('no entry'))));
  return pages.filter((page): page is Page => !(page instanceof Error));
}
