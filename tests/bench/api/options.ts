import { Command } from 'commander';
import { wholeNumber } from '../whole-number';

export interface ApiBenchOptions {
  readonly articles: number;
  readonly seconds: number;
  readonly keep: boolean;
  readonly archives?: string;
}

const FEWEST_ARTICLES = 200;

/** Reads the command line. @throws CommanderError for wrong usage. */
export function readOptions(): ApiBenchOptions {
  return new Command('bench:api')
    .description('Measure the news API on a synthetic archive, and print the figures as one JSON object')
    .option('--articles <number>', 'how many published articles the archive has', wholeNumber(FEWEST_ARTICLES), 100_000)
    .option('--seconds <number>', 'how long each load lasts', wholeNumber(1), 5)
    .option('--keep', 'keep the databases that were made', false)
    .option('--archives <folder>', 'use the archives that are in this folder, and make there what is missing (SQLite)')
    .addHelpText('after', '\nOn SQLite, or on the PostgreSQL server of DATABASE_URL, where databases are made and dropped.')
    .exitOverride()
    .showHelpAfterError('(--help lists all options)')
    .parse()
    .opts<ApiBenchOptions>();
}
