import { type AddressInfo, createServer, isIPv6 } from 'node:net';
import { once } from 'node:events';
import { Command } from 'commander';
import type { Environment } from '../environment/environment';
import { checkPaths } from '../plugins/importer/server/src/pipeline/source/check-paths';
import { BusyError } from '../plugins/importer/server/src/pipeline/store';
import type { ImporterService } from '../plugins/importer/server/src/services/importer';
import { boot, importerOf, prepareEnvironment } from './boot';
import { buildPanel } from './build-panel';
import { EXIT, PATHS, profileFor, runCommand } from './options';
import { createProgress } from './progress';
import { collectExamples } from './summary/examples';
import { summarise } from './summary/summary';
import { whoAsks } from './who-asks';

/** What a start without paths imports. */
const SEEDS = ['seeds'];

/** @throws Error with one line when the port can't be listened on. */
async function checkPort({ HOST, PORT }: Environment): Promise<void> {
  const probe = createServer();
  try {
    probe.listen(PORT, HOST);
    await once(probe, 'listening');
  } catch (cause) {
    const taken = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';
    const reason = taken ? 'another program listens there. End it, or set PORT' : cause instanceof Error ? cause.message : String(cause);
    throw new Error(`Newsroom can't serve on ${HOST}:${PORT}: ${reason}.`, { cause });
  } finally {
    probe.close();
  }
}

function addresses({ HOST, PUBLIC_URL }: Environment, port: number): string {
  const host = ['0.0.0.0', '::'].includes(HOST) ? 'localhost' : isIPv6(HOST) ? `[${HOST}]` : HOST;
  const base = (PUBLIC_URL ?? `http://${host}:${port}`).replace(/\/$/, '');
  return [`  Panel    ${base}/admin`, `  REST     ${base}/api`, `  GraphQL  ${base}/graphql`].join('\n');
}

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
    .argument('[paths...]', PATHS, SEEDS)
    .exitOverride()
    .parse();
  const paths = command.args.length > 0 ? command.args : SEEDS;

  await checkPaths(paths);
  process.env.LOG_LEVEL ??= 'warn';
  const environment = prepareEnvironment();
  await checkPort(environment);
  await buildPanel();
  const strapi = await boot(environment);
  const told = await importPages(importerOf(strapi), paths, environment);
  await strapi.listen();
  const { port } = strapi.server.httpServer.address() as AddressInfo;
  process.stdout.write(`${told}\n\nNewsroom is ready. Ctrl-C stops it.\n${addresses(environment, port)}\n`);
  return EXIT.fine;
}

void runCommand(newsroom);
