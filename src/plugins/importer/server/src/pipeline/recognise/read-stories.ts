import type { Recogniser, Recognition } from './recogniser';
import { type Entry, readPage } from '../source/list-source';

/** So many files are read ahead while one is recognised. */
const READ_AHEAD = 16;

/** Reads pages one after the other, in their order, and recognises each. */
export async function* readStories(entries: readonly Entry[], recogniser: Recogniser): AsyncGenerator<Recognition> {
  const reading = entries.slice(0, READ_AHEAD).map(readPage);
  for (const [index, entry] of entries.entries()) {
    const page = await reading.shift();
    const next = entries[index + READ_AHEAD];
    if (next) reading.push(readPage(next));
    if (page instanceof Error || page === undefined) yield recogniser.unreadable(entry, page?.message ?? 'no content');
    else yield recogniser.recognise(page);
  }
}
