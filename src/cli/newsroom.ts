import { Command } from 'commander';
import type { Environment } from '../environment/environment';
import { BusyError, checkPaths } from '../plugins/importer/server/src/services/for-commands';
import type { ImporterService } from '../plugins/importer/server/src/services/importer';
import { boot, importerOf, prepareEnvironment } from './boot';
import { buildPanel } from './build-panel';
import { EXIT, PATHS, profileFor, runCommand } from './options';
import { once } from '../setup/once';
import { createProgress } from './progress';
import { awaitsSeeds, SEEDS } from './seeds';
import { checkPort, serve } from './serve';
import { collectExamples } from './summary/examples';
import { summarise } from './summary/summary';
import { whoAsks } from './who-asks';

/** Imports, and tells what it did. Where another process imports, its pages are served too. */
async function importPages(importer: ImporterService, paths: readonly string[], environment: Environment): Promise<string> {
  const [progress, pages] = [createProgress(), collectExamples()];
  const request = {
    paths,
    profile: profileFor({}, environment),
    status: 'published',
    dryRun: false,
    standardInput: process.stdin,
  } as const;
  try {
    const report = await importer.run({ ...request, by: whoAsks(), onProgress: progress.onProgress, onPage: pages.onPage });
    return summarise(report, pages.examples);
  } catch (cause) {
    if (cause instanceof BusyError) return cause.message;
    throw cause;
  } finally {
    progress.stop();
  }
}

/** Builds what is missing, imports, and serves until it is told to end. */
async function newsroom(): Promise<number> {
  const command = new Command('newsroom')
    .description('Import pages, and serve panel, REST and GraphQL')
    .argument('[paths...]', `${PATHS} (default: invented pages, where nothing was ever imported or written)`)
    .exitOverride()
    .parse();
  const paths = command.args;

  if (paths.length > 0) await checkPaths(paths);
  process.env.LOG_LEVEL ??= 'warn';
  const environment = prepareEnvironment();
  await checkPort(environment);
  await buildPanel();
  const strapi = await boot(environment);
  const bringIn = (sources: readonly string[]) => importPages(importerOf(strapi), sources, environment);
  let told = paths.length > 0 ? await bringIn(paths) : '';
  await once(strapi, 'seeds', async () => {
    if (paths.length === 0 && (await awaitsSeeds(strapi))) told = await bringIn(SEEDS);
  });
  await serve(strapi, environment, told);
  return EXIT.fine;
}

void runCommand(newsroom);
