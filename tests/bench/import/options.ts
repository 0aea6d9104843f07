import { Command, InvalidArgumentError } from 'commander';

export interface BenchOptions {
  readonly pages: number;
  readonly keep: boolean;
}

/** A tenth of them is imported too, and a sample of them must hold something. */
const FEWEST_PAGES = 100;

function parsePages(value: string): number {
  const pages = Number(value);
  if (Number.isSafeInteger(pages) && pages >= FEWEST_PAGES) return pages;
  throw new InvalidArgumentError(`It must be a whole number of at least ${FEWEST_PAGES}.`);
}

/** Reads the command line. @throws CommanderError for wrong usage. */
export function readOptions(): BenchOptions {
  const command = new Command('bench:import')
    .description('Measure the import of a synthetic archive, and print the figures as one JSON object')
    .option('--pages <number>', 'how many pages to import', parsePages, 100_000)
    .option('--keep', 'keep the archive and the databases that were made', false)
    .addHelpText('after', '\nOn SQLite, or on the PostgreSQL server of DATABASE_URL, where databases are made and dropped.')
    .exitOverride()
    .showHelpAfterError('(--help lists all options)')
    .parse();
  return command.opts<BenchOptions>();
}
