import { Command, InvalidArgumentError } from 'commander';

function count(value: string): number {
  const number = Number(value);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new InvalidArgumentError('It must be a whole number of at least 1.');
}

/** Reads the command line. @throws CommanderError for wrong usage. */
export function readOptions(): { readonly loads: number } {
  return new Command('bench:panel')
    .description('Measure how soon a browser shows a run of 100,000 pages, and print the figures as one JSON object')
    .option('--loads <number>', 'how often each is measured', count, 10)
    .exitOverride()
    .showHelpAfterError('(--help lists all options)')
    .parse()
    .opts<{ readonly loads: number }>();
}
