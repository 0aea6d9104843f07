import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { createRuns, type KeptRun } from '../store/runs';
import { refuse } from '../messages/refuse';

const NUMBER = /^[1-9]\d{0,8}$/;

/** A run by its number in an address. @throws errors.NotFoundError where there is none. */
export async function findRun(strapi: Core.Strapi, id: unknown): Promise<KeptRun> {
  const run = typeof id === 'string' && NUMBER.test(id) ? await createRuns(strapi).find(Number(id)) : null;
  if (run === null) throw refuse(errors.NotFoundError, 'run-gone', {});
  return run;
}
