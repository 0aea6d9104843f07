import { readEnvironment } from '../environment/environment';
import { recognise } from '../plugins/importer/server/src/services/recognise';
import { EXIT, profileFor, type ReadingOptions, readingCommand, runCommand } from './options';
import { answer, keepStandardOutput } from './standard-output';

/** Prints what is recognised in pages, one JSON object a line, without Strapi. */
async function printRecognised(): Promise<number> {
  const command = readingCommand('recognise', 'Print what is recognised in pages, one JSON object a line').parse();
  keepStandardOutput();
  const profile = profileFor(command.opts<ReadingOptions>(), readEnvironment());
  for await (const page of recognise(command.args, { profile, standardInput: process.stdin })) await answer(`${JSON.stringify(page)}\n`);
  return EXIT.fine;
}

void runCommand(printRecognised);
