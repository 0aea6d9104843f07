import type { Core } from '@strapi/strapi';
import { type ImportRequest, runImport } from '../pipeline/run-import';
import type { RunReport } from '../pipeline/report/run-report';
import { createStrapiStore } from '../store/strapi-store';

/** What the plugin offers to the rest of the application. */
export interface ImporterService {
  /** Imports pages into this Strapi, or with `dryRun` only tells what an import would do. */
  run(request: ImportRequest): Promise<RunReport>;
}

export default ({ strapi }: { strapi: Core.Strapi }): ImporterService => {
  const store = createStrapiStore(strapi);
  return { run: (request) => runImport(request, store) };
};
