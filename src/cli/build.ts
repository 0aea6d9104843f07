import { Command } from 'commander';
import { loadEnvironment } from '../environment/load-environment';
import { buildPanel } from './build-panel';
import { EXIT, runCommand } from './options';

/** Builds the panel, after the launcher has compiled the server. */
async function build(): Promise<number> {
  new Command('build').description('Build what npm start serves').exitOverride().parse();
  loadEnvironment();
  await buildPanel();
  return EXIT.fine;
}

void runCommand(build);
