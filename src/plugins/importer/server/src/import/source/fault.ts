import { isNativeError } from 'node:util/types';
import type { Rule } from '../problem';

/** Why something in a source is no page: a problem before it is known where it is reported. */
export interface Fault {
  readonly rule: Rule;
  readonly found: string;
  readonly expected: string;
}

/** A fault on its way up, out of a stream. */
export class Refusal extends Error {
  constructor(readonly fault: Fault) {
    super(`found ${fault.found}, expected ${fault.expected}`);
  }
}

/** What an exception says. */
export const messageOf = (cause: unknown): string => (isNativeError(cause) ? cause.message : String(cause));

/** The fault that an exception tells of. One that is no refusal comes from the file system, or from a broken file. */
export function faultOf(cause: unknown): Fault {
  if (cause instanceof Refusal) return cause.fault;
  return { rule: 'unreadable', found: messageOf(cause), expected: 'a file that can be read' };
}
