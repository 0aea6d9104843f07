import { Refusal } from './fault';
import { type Limits, sizeText } from './limits';

/**
 * Counts what an archive unpacks to.
 *
 * @param packed the size of the archive.
 * @returns a function to tell of further unpacked bytes; it throws a Refusal when they are too many, altogether or for
 * the size of the archive.
 */
export function createMeter(packed: number, limits: Limits): (bytes: number) => void {
  let unpacked = 0;
  return (bytes) => {
    unpacked += bytes;
    const most = unpacked > limits.ratioFrom ? Math.min(limits.unpacked, packed * limits.ratio) : limits.unpacked;
    if (unpacked <= most) return;
    const found = `an archive of ${sizeText(packed)} that unpacks to more than ${sizeText(most)}`;
    throw new Refusal({
      rule: 'archive-too-large',
      found,
      expected: `at most ${sizeText(limits.unpacked)}, and ${limits.ratio} times its size`,
    });
  };
}
