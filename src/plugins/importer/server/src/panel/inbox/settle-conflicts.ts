import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { CorrectionResult } from '../../../../shared/contracts/inbox';
import { refusal } from '../checked';
import { findPage } from '../pages/find-page';
import { readKnownPage } from '../pages/read-known-page';
import { importAgain } from './import-again';
import type { SettleAsked } from './orders';

const nothing = () => Promise.resolve();

/**
 * Settles the conflicts of a page: by field the editor's value stands, or the page's is written.
 *
 * @throws NotFoundError, ValidationError; ApplicationError when there is nothing to settle, the page is gone, or another import is
 * running.
 */
export async function settleConflicts(strapi: Core.Strapi, { run, page, choices }: SettleAsked, by: string): Promise<CorrectionResult> {
  const known = await findPage(strapi, run, page);
  const open = known.items.flatMap(({ conflicts }) => conflicts ?? []).map(({ field }) => field);
  if (open.length === 0) throw new errors.ApplicationError('The page has no conflict that waits to be settled.');
  const others = Object.keys(choices).filter((field) => !open.some((one) => one === field));
  if (others.length > 0)
    throw refusal(others.map((field) => ({ path: ['choices', field], message: 'there is no conflict in this field' })));
  const read = await readKnownPage(known);
  if ('missing' in read) throw new errors.ApplicationError(read.missing);
  return importAgain(strapi, {
    ...{ known, others: [], rules: [], by, keep: nothing, forget: nothing },
    settle: new Map([[page, choices]]),
  });
}
