import { once } from 'node:events';
import { readEnvironment } from '../environment/environment';
import { createRecogniser, type Recognition } from '../plugins/importer/server/src/pipeline/recognise/recogniser';
import { openSource } from '../plugins/importer/server/src/pipeline/source/open-source';
import { survey } from '../plugins/importer/server/src/pipeline/source/survey';
import { readStories } from '../plugins/importer/server/src/pipeline/recognise/read-stories';
import { EXIT, profileFor, type ReadingOptions, readingCommand, runCommand } from './options';

function toLine({ page, story, problems }: Recognition): string {
  const { title, datePublished, category, views, locale, paragraphs, site, provenance } = story;
  return JSON.stringify({ page: page.path, title, datePublished, category, views, locale, paragraphs, site, provenance, problems });
}

/** Prints what is recognised in pages, one JSON object a line, without Strapi. */
async function recognise(): Promise<number> {
  const command = readingCommand('recognise', 'Print what is recognised in pages, one JSON object a line').parse();
  const options = command.opts<ReadingOptions>();
  const recogniser = await createRecogniser(profileFor(options, readEnvironment().SITE_TIME_ZONE));
  const source = await openSource(command.args, { standardInput: process.stdin });
  try {
    recogniser.learn((await survey(source)).sample);
    for await (const recognition of readStories(source, recogniser)) {
      if (!process.stdout.write(`${toLine(recognition)}\n`)) await once(process.stdout, 'drain');
    }
  } finally {
    await source.close();
  }
  return EXIT.fine;
}

void runCommand(recognise);
