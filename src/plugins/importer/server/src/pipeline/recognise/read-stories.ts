import type { FoundPage } from '../source/found';
import type { Source } from '../source/open-source';
import type { Recogniser, Recognition } from './recogniser';

/** So many pages are read ahead while one is recognised. */
const READ_AHEAD = 8;

/** Reads the pages of a source one after the other, in their order, and recognises each. */
export async function* readStories(source: Source, recogniser: Recogniser): AsyncGenerator<Recognition> {
  const recognise = async ({ name, path, read }: FoundPage) => {
    const content = await read();
    return () =>
      content instanceof Uint8Array ? recogniser.recognise({ name, path, bytes: content }) : recogniser.unreadable({ name, path }, content);
  };

  const reading: ReturnType<typeof recognise>[] = [];
  for await (const found of source.found()) {
    if (found.kind !== 'page') continue;
    reading.push(recognise(found));
    if (reading.length < READ_AHEAD) continue;
    const story = await reading.shift();
    if (story) yield story();
  }
  for (const story of reading) yield (await story)();
}
