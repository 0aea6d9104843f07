import { Command } from 'commander';
import { wholeNumber } from '../whole-number';

/** Reads the command line. @throws CommanderError for wrong usage. */
export function readOptions(): { readonly loads: number } {
  return new Command('bench:panel')
    .description('Measure how soon a browser shows a run of 100,000 pages, and print the figures as one JSON object')
    .option('--loads <number>', 'how often each is measured', wholeNumber(1), 10)
    .exitOverride()
    .showHelpAfterError('(--help lists all options)')
    .parse()
    .opts<{ readonly loads: number }>();
}
