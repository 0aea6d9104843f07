import { statSync } from 'node:fs';
import { MOST_LINES } from './lines';
import type { Content, FoundPage } from '../source/found';
import type { Source } from '../source/source';

/** A page that was met, with its content where that would not come back: out of an archive. */
export interface MetPage {
  readonly found: FoundPage;
  readonly content: Content | null;
  /** Of the page, in bytes; 0 where there are none, or nobody asked. */
  readonly size: number;
}

/** Pages that are read together. */
export interface Batch {
  readonly pages: readonly MetPage[];
  /** What they come to at the most while they are read and written, in bytes. */
  readonly weight: number;
}

/** While it is read, a page takes so many times its bytes: as bytes, as text, as JSON, in copies that nobody has cleared away yet. */
const TIMES_READ = 20;

/** The JSON of a paragraph, besides its text. A short line has two bytes. */
const PARAGRAPH_BYTES = 60;
const SHORTEST_LINE = 2;

/** What a page takes at the most until it is written, in bytes. */
const mostOf = (size: number): number => TIMES_READ * size + PARAGRAPH_BYTES * Math.min(size / SHORTEST_LINE, MOST_LINES);

/** A batch with more is read, however few pages it has. */
const HEAVIEST_BATCH = 32_000_000;

/** So much is on its way at the most, besides the batch that is waited for: pages may be a thousand times as long as most are. */
const MOST_AHEAD = 160_000_000;

function sizeOfFile(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    // Reading it tells what is wrong.
    return 0;
  }
}

async function meet(found: FoundPage): Promise<MetPage> {
  const content = await found.read();
  return { found, content, size: content instanceof Uint8Array ? content.length : 0 };
}

/**
 * The pages of a source in batches, bounded by their number and by their bytes.
 *
 * @param most so many pages are in a batch.
 * @param skip of so many pages at the beginning nothing is read.
 */
export async function* pageBatches(source: Source, most: number, skip = 0): AsyncGenerator<Batch> {
  let [pages, weight, position]: [MetPage[], number, number] = [[], 0, 0];
  for await (const together of source.found()) {
    for (const found of together) {
      if (found.kind !== 'page') continue;
      position += 1;
      const { file } = found;
      const isSkipped = position <= skip;
      if (isSkipped || file !== undefined) pages.push({ found, content: null, size: isSkipped ? 0 : sizeOfFile(file ?? '') });
      else pages.push(await meet(found));
      weight += mostOf(pages.at(-1)?.size ?? 0);
      if (pages.length < most && weight < HEAVIEST_BATCH) continue;
      yield { pages, weight };
      [pages, weight] = [[], 0];
    }
  }
  if (pages.length > 0) yield { pages, weight };
}

/** Something that has begun, and holds so many bytes at the most. */
export interface Begun<Result> {
  readonly result: Promise<Result>;
  readonly weight: number;
}

/**
 * What comes of work, in its order, while more is begun: as much as there may be ahead by number and by bytes.
 *
 * @param most so many are ahead of the one that is waited for.
 */
export async function* aheadInOrder<Result>(begun: AsyncIterable<Begun<Result>>, most: number): AsyncGenerator<Result> {
  const ahead: Begun<Result>[] = [];
  let weight = 0;
  for await (const next of begun) {
    // Whoever waits for it hears of an error; until then it must not end the process.
    next.result.catch(() => undefined);
    ahead.push(next);
    weight += next.weight;
    for (let [first] = ahead; first && (ahead.length > most || weight > MOST_AHEAD); [first] = ahead) {
      yield await first.result;
      ahead.shift();
      weight -= first.weight;
    }
  }
  for (const { result } of ahead) yield await result;
}
