import { availableParallelism } from 'node:os';
import { readEnvironment } from '../environment/environment';
import { createWorkerPool } from '../plugins/importer/server/src/import/workers/worker-pool';
import { learnFrom } from '../plugins/importer/server/src/import/survey/learn';
import { readStories } from '../plugins/importer/server/src/import/recognise/read-stories';
import type { Recognised } from '../plugins/importer/server/src/import/workers/page-task';
import { textOfNode } from '../plugins/importer/server/src/import/blocks';
import { openSource } from '../plugins/importer/server/src/import/source/open-source';
import type { Source } from '../plugins/importer/server/src/import/source/source';
import { survey } from '../plugins/importer/server/src/import/survey/survey';
import type { SiteProfile } from '../plugins/importer/server/src/import/profile';
import { EXIT, profileFor, type ReadingOptions, readingCommand, runCommand } from './options';
import { answer, keepStandardOutput } from './standard-output';

/** Fewer pages are read before a thread has started. */
const WORTH_A_THREAD = 500;

/** This thread writes what the others read, and more than so many it can't follow. */
const MOST_THREADS = 3;

const threadsFor = (pages: number) => (pages < WORTH_A_THREAD ? 0 : Math.min(MOST_THREADS, availableParallelism() - 1));

function toLine({ page, story, problems, shown, mediaType }: Recognised): string {
  const { title, datePublished, dateModified, category, tags, authors, byline, originalUrl, views, locale, site } = story;
  const { body, provenance, confidence } = shown ?? { body: [], provenance: {}, confidence: {} };
  return JSON.stringify({
    ...{ page: page.path, title, datePublished, category, views, locale, paragraphs: body.map(textOfNode), site, provenance, problems },
    ...{ mediaType, body, tags, authors, byline, dateModified, originalUrl, confidence },
  });
}

async function print(source: Source, profile: SiteProfile): Promise<void> {
  const { sample, total } = await survey(source);
  const pool = createWorkerPool({ profile, learnt: learnFrom(sample, profile), threads: threadsFor(total), shows: true });
  try {
    for await (const recognition of readStories(source, pool)) {
      await answer(`${toLine(recognition)}\n`);
    }
  } finally {
    await pool.close();
  }
}

/** Prints what is recognised in pages, one JSON object a line, without Strapi. */
async function recognise(): Promise<number> {
  const command = readingCommand('recognise', 'Print what is recognised in pages, one JSON object a line').parse();
  keepStandardOutput();
  const options = command.opts<ReadingOptions>();
  const profile = profileFor(options, readEnvironment());
  const source = await openSource(command.args, { standardInput: process.stdin });
  try {
    await print(source, profile);
  } finally {
    await source.close();
  }
  return EXIT.fine;
}

void runCommand(recognise);
