import type { Core } from '@strapi/strapi';
import { importerOf } from '../../../src/cli/boot';
import { DEFAULT_PROFILE } from '../../../src/plugins/importer/server/src/import/profile';
import type { Counts } from '../../../src/plugins/importer/server/src/import/report/tally';

const TOLD_EVERY_MS = 10_000;

/** Imports a folder of pages as the command does, and tells on standard error now and then how far it is. */
export async function importFolder(strapi: Core.Strapi, folder: string, signal?: AbortSignal): Promise<Counts> {
  let told = Date.now();
  const onProgress = (done: number, total: number | null) => {
    if (Date.now() - told < TOLD_EVERY_MS) return;
    told = Date.now();
    process.stderr.write(`  ${done} of ${total ?? 'the'} pages\n`);
  };
  const request = { paths: [folder], profile: DEFAULT_PROFILE, status: 'published', dryRun: false, onProgress } as const;
  const { counts } = await importerOf(strapi).run({ ...request, ...(signal === undefined ? {} : { signal }) });
  return counts;
}
