import { Command } from 'commander';
import { readEnvironment } from '../environment/environment';
import { loadEnvironment } from '../environment/load-environment';
import { requireSecrets } from '../environment/secrets';
import { boot } from './boot';
import { EXIT, runCommand } from './options';
import { checkPort, serve } from './serve';

/** Serves what was built. It installs, builds, makes and imports nothing. */
async function start(): Promise<number> {
  new Command('start').description('Serve panel, REST and GraphQL, as they were built').exitOverride().parse();
  loadEnvironment();
  process.env.NODE_ENV ??= 'production';
  process.env.LOG_LEVEL ??= 'warn';
  const environment = readEnvironment();
  requireSecrets();
  await checkPort(environment);
  await serve(await boot(environment), environment);
  return EXIT.fine;
}

void runCommand(start);
