import { Command } from 'commander';
import { dialectOf } from '../derived/in-transaction';
import { rankerOf } from '../derived/most-read/ranker';
import { derivedParts } from '../derived/parts';
import { rebuild } from '../derived/rebuild';
import { indexerOf } from '../search/index/indexer';
import { boot, prepareEnvironment } from './boot';
import { EXIT, runCommand } from './options';
import { answer, keepStandardOutput } from './standard-output';
import { stop } from './stop';

/** Makes every table anew that follows from others, while Newsroom goes on serving. */
async function reindex(): Promise<number> {
  new Command('reindex').description('Make the tables anew that the news API reads').exitOverride().parse();
  keepStandardOutput();
  process.env.LOG_LEVEL ??= 'warn';
  const strapi = await boot(prepareEnvironment());
  try {
    const parts = derivedParts(dialectOf(strapi));
    const articles = await rebuild(strapi, parts);
    await indexerOf(strapi).finish();
    await rankerOf(strapi).finish();
    await answer(`${parts.map(({ name }) => name).join(', ')}: made anew from ${articles} rows of articles\n`);
    return EXIT.fine;
  } finally {
    await stop(strapi);
  }
}

void runCommand(reindex);
