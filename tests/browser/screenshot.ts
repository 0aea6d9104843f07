import path from 'node:path';
import type { Panel } from './panel';

/** Saves what is seen now, for the README, where SCREENSHOTS names a folder. */
export async function saveScreenshot({ page }: Panel, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (folder) await page.screenshot({ path: path.resolve(folder, `${name}.png`) });
}
