import { stop } from '../../../../src/cli/stop';
import { bootNewsroom } from '../boot-newsroom';

/** Boots on an empty database once, so that it holds the tables, indexes and settings of a fresh Newsroom. */
export async function prepareDatabase(): Promise<null> {
  await stop(await bootNewsroom());
  return null;
}
