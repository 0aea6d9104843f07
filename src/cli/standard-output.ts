import { once } from 'node:events';

const write = process.stdout.write.bind(process.stdout);

/**
 * Keeps standard output for what a command answers. Whatever else is written there goes to standard error from now on: Knex, for
 * one, tells of a lost connection with `console.log`, in this thread or in another.
 */
export function keepStandardOutput(): void {
  process.stdout.write = process.stderr.write.bind(process.stderr);
}

/** Writes a part of a command's answer. */
export async function answer(text: string): Promise<void> {
  if (!write(text)) await once(process.stdout, 'drain');
}

/** The same without waiting for who reads it: for parts that are told one by one. */
export const answerNow = (text: string): void => void write(text);
