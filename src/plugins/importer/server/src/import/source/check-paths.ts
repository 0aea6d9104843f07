import { access, constants } from 'node:fs/promises';
import { SourceError } from './source-error';
import { message } from '../../messages/message';

/** What stands for standard input among paths. */
export const STANDARD_INPUT = '-';

/**
 * Looks whether there is something at every path.
 *
 * @throws SourceError naming every given path that can't be found or read.
 */
export async function checkPaths(paths: readonly string[]): Promise<void> {
  const files = paths.filter((given) => given !== STANDARD_INPUT);
  const looks = await Promise.allSettled(files.map((given) => access(given, constants.R_OK)));
  const faults = looks.flatMap((look, index) => (look.status === 'fulfilled' ? [] : [files[index] ?? '']));
  if (faults.length > 0) throw new SourceError(message('nothing-to-read', { paths: faults.join(', ') }));
}
