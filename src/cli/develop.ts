import { Command } from 'commander';
import { prepareEnvironment } from './boot';
import { EXIT, runCommand } from './options';
import { runStrapi } from './run-strapi';
import { addresses } from './serve';

/** Strapi's development server: the Content-Type Builder can be used, and what is changed in the code is seen at once. */
async function develop(): Promise<number> {
  new Command('develop').description('Serve while the code changes').exitOverride().parse();
  const environment = prepareEnvironment();
  process.stderr.write(`Newsroom is starting for development. Ctrl-C stops it.\n${addresses(environment, environment.PORT)}\n`);
  return (await runStrapi(['develop'], { NODE_ENV: 'development' })) ?? EXIT.interrupted;
}

void runCommand(develop);
