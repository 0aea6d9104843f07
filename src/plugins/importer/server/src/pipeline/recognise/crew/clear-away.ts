import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (options?: { readonly type: 'minor' }) => void;

/** V8's own, which Node hides unless it is started with a flag. */
const collecting: { garbage?: Collect } = {};

function collect(options?: { readonly type: 'minor' }): void {
  setFlagsFromString('--expose-gc');
  collecting.garbage ??= runInNewContext('gc') as Collect;
  collecting.garbage(options);
}

/** After so many bytes of pages this thread clears away. */
const CLEARED_AFTER = 4 * 1024 * 1024;

/**
 * Makes a function that is told how many bytes were worked off, and clears away what they have left behind. V8 does not before there
 * are some 64 MB of it in a thread, as bytes are no part of its heap; with ordinary pages nothing is done.
 *
 * @param how in a thread that others wait for only what is young, which takes some milliseconds.
 */
export function createClearing(how: 'all' | 'young'): (bytes: number) => void {
  let left = 0;
  return (bytes) => {
    left += bytes;
    if (bytes < CLEARED_AFTER / 4 || left < CLEARED_AFTER) return;
    left = 0;
    collect(how === 'young' ? { type: 'minor' } : undefined);
  };
}
