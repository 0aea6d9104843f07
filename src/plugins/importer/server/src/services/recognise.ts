import { availableParallelism } from 'node:os';
import { textOfNode } from '../import/blocks';
import type { SiteProfile } from '../import/profile';
import { readStories } from '../import/recognise/read-stories';
import { openSource } from '../import/source/open-source';
import { learnFrom } from '../import/survey/learn';
import { survey } from '../import/survey/survey';
import type { Recognised } from '../import/workers/page-task';
import { createWorkerPool } from '../import/workers/worker-pool';

/** Fewer pages are read before a thread has started. */
const WORTH_A_THREAD = 500;

/** This thread takes what the others read, and more than so many it can't follow. */
const MOST_THREADS = 3;

const threadsFor = (pages: number) => (pages < WORTH_A_THREAD ? 0 : Math.min(MOST_THREADS, availableParallelism() - 1));

function pageOf({ page, story, problems, shown, mediaType }: Recognised) {
  const { title, datePublished, dateModified, category, tags, authors, byline, originalUrl, views, locale, site } = story;
  const { body, provenance, confidence } = shown ?? { body: [], provenance: {}, confidence: {} };
  return {
    ...{ page: page.path, title, datePublished, category, views, locale, paragraphs: body.map(textOfNode), site, provenance, problems },
    ...{ mediaType, body, tags, authors, byline, dateModified, originalUrl, confidence },
  };
}

/** What is recognised in a page. */
export type RecognisedPage = ReturnType<typeof pageOf>;

export interface RecogniseOptions {
  readonly profile: SiteProfile;
  /** What `-` among the paths stands for. */
  readonly standardInput: AsyncIterable<Uint8Array>;
}

/**
 * Recognises pages, one after the other in the order of their names, without Strapi or a database.
 *
 * @throws SourceError when a path that was given can't be read.
 */
export async function* recognise(
  paths: readonly string[],
  { profile, standardInput }: RecogniseOptions,
): AsyncGenerator<RecognisedPage, void, void> {
  const source = await openSource(paths, { standardInput });
  try {
    const { sample, total } = await survey(source);
    const pool = createWorkerPool({ profile, learnt: learnFrom(sample, profile), threads: threadsFor(total), shows: true });
    try {
      for await (const recognised of readStories(source, pool)) yield pageOf(recognised);
    } finally {
      await pool.close();
    }
  } finally {
    await source.close();
  }
}
