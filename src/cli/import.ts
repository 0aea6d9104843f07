import { Option } from 'commander';
import { checkPaths } from '../plugins/importer/server/src/pipeline/source/check-paths';
import { DEFAULT_PROFILE } from '../plugins/importer/server/src/pipeline/profile';
import type { Status } from '../plugins/importer/server/src/pipeline/store';
import { boot, importerOf, prepareEnvironment } from './boot';
import { EXIT, profileFor, type ReadingOptions, readingCommand, runCommand } from './options';
import { interruption } from './interruption';
import { createProgress } from './progress';
import { stop } from './stop';
import { summarise } from './summary';

interface ImportOptions extends ReadingOptions {
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly status: Status;
}

/** Imports pages into the database that the environment names, without serving. */
async function runImport(): Promise<number> {
  const command = readingCommand('import', 'Import the pages of a news site')
    .option('--dry-run', 'tell what an import would do, and write nothing')
    .option('--json', 'print one report as JSON on standard output, and nothing else')
    .addOption(new Option('--status <status>', 'status of new articles').choices(['draft', 'published']).default('published'))
    .parse();
  const { dryRun = false, json = false, status, ...reading } = command.opts<ImportOptions>();

  if (reading.locale !== undefined && !DEFAULT_PROFILE.locales.includes(reading.locale)) {
    command.error(`error: option '--locale' takes a language of the site: ${DEFAULT_PROFILE.locales.join(', ')}`);
  }
  await checkPaths(command.args);
  process.env.LOG_LEVEL ??= 'warn';
  const environment = prepareEnvironment();
  const strapi = await boot(environment);
  const progress = createProgress();
  try {
    const profile = profileFor(reading, environment.SITE_TIME_ZONE);
    const { onProgress } = progress;
    const standardInput = process.stdin;
    const request = { paths: command.args, profile, status, dryRun, standardInput, onProgress, signal: interruption() };
    const report = await importerOf(strapi).run(request);
    progress.stop();
    process.stdout.write(`${json ? JSON.stringify(report) : summarise(report)}\n`);
    if (report.interrupted) return EXIT.interrupted;
    return report.problems.length > 0 ? EXIT.problems : EXIT.fine;
  } finally {
    progress.stop();
    await stop(strapi);
  }
}

void runCommand(runImport);
