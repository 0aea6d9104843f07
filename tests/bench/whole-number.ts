import { InvalidArgumentError } from 'commander';

/** Makes a reader of whole numbers from a command line. @throws InvalidArgumentError for anything else, and for less than `least`. */
export function wholeNumber(least: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (Number.isSafeInteger(number) && number >= least) return number;
    throw new InvalidArgumentError(`It must be a whole number of at least ${least}.`);
  };
}
