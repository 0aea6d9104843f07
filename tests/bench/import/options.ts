import { Command } from 'commander';
import { wholeNumber } from '../whole-number';

export interface BenchOptions {
  readonly pages: number;
  readonly keep: boolean;
}

/** A tenth of them is imported too, and a sample of them must hold something. */
const FEWEST_PAGES = 100;

/** Reads the command line. @throws CommanderError for wrong usage. */
export function readOptions(): BenchOptions {
  const command = new Command('bench:import')
    .description('Measure the import of a synthetic archive, and print the figures as one JSON object')
    .option('--pages <number>', 'how many pages to import', wholeNumber(FEWEST_PAGES), 100_000)
    .option('--keep', 'keep the archive and the databases that were made', false)
    .addHelpText('after', '\nOn SQLite, or on the PostgreSQL server of DATABASE_URL, where databases are made and dropped.')
    .exitOverride()
    .showHelpAfterError('(--help lists all options)')
    .parse();
  return command.opts<BenchOptions>();
}
