import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { DATE_ORDERS } from '../import/profile';
import { STANDARD_INPUT } from '../import/source/check-paths';
import { sourceOfRun } from '../store/run-source';
import type { KeptRun } from '../store/runs';
import { type OrderedImport, profileOf } from './import-of-order';
import { refuse } from '../messages/refuse';

/** How an import was asked for, as its row keeps it. */
const options = z.object({
  status: z.enum(['draft', 'published']),
  timeZone: z.string(),
  locale: z.string().nullable(),
  dateOrder: z.enum(DATE_ORDERS).nullable().default(null),
  redo: z.boolean().default(false),
});

/** Whether a run's pages came in on standard input, where nobody can read them again. */
export const isFromInput = ({ source }: Pick<KeptRun, 'source'>): boolean => source.includes(STANDARD_INPUT);

/**
 * The import that a run was, so that it can go on: the same pages by the same names, wherever it was begun.
 *
 * @throws errors.ValidationError for one whose pages came in on standard input; errors.NotFoundError as `sourceOfRun` does.
 */
export function importOfRun(strapi: Core.Strapi, run: KeptRun): OrderedImport {
  if (isFromInput(run)) {
    throw refuse(errors.ValidationError, 'run-from-input', { run: run.id });
  }
  const { status, redo, ...reading } = options.parse(run.options);
  const { paths, base } = sourceOfRun(strapi, run);
  const asked = { profile: profileOf(reading), status, redo, ...(run.order === null ? {} : { order: run.order }) };
  // Below the working directory people are shown the paths as they were given.
  if (base === process.cwd()) return { ...asked, paths: run.source };
  return { ...asked, paths, base, label: run.source };
}
