import { SourceError } from './source/source-error';
import { BusyError, LeaseLostError } from './store';

/** The databases put the whole statement before the reason why it failed. */
export const reasonOf = (cause: unknown): string => (cause instanceof Error ? (cause.message.split(' - ').at(-1) ?? '') : String(cause));

/** Why a run has failed, in a sentence for people. */
export function failureOf(cause: unknown): string {
  if (cause instanceof SourceError || cause instanceof BusyError || cause instanceof LeaseLostError) return cause.message;
  return `It could not go on: ${reasonOf(cause).split('\n')[0] ?? ''}. What it has written stands; it can be resumed`;
}
