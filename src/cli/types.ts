import { Command } from 'commander';
import { loadEnvironment } from '../environment/load-environment';
import { EXIT, runCommand } from './options';
import { runStrapi, withSecrets } from './run-strapi';

/** Generates the types of the content types into `types/generated`, whether or not the code compiles without them. */
async function types(): Promise<number> {
  new Command('types').description('Generate the types of the content types').exitOverride().parse();
  loadEnvironment();
  return (await runStrapi(['ts:generate-types', '--silent'], withSecrets())) ?? EXIT.interrupted;
}

void runCommand(types);
