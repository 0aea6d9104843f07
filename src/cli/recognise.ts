import { once } from 'node:events';
import { readEnvironment } from '../environment/environment';
import { createRecogniser, type Recognition } from '../plugins/importer/server/src/pipeline/recognise/recogniser';
import { samplePages } from '../plugins/importer/server/src/pipeline/source/sample-pages';
import { listSource } from '../plugins/importer/server/src/pipeline/source/list-source';
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
  const { pages } = await listSource(command.args);
  const recogniser = await createRecogniser(profileFor(options, readEnvironment().SITE_TIME_ZONE));
  recogniser.learn(await samplePages(pages));

  for await (const recognition of readStories(pages, recogniser)) {
    if (!process.stdout.write(`${toLine(recognition)}\n`)) await once(process.stdout, 'drain');
  }
  return EXIT.fine;
}

void runCommand(recognise);
