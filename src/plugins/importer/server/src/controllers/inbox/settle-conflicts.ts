import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { CorrectionResult } from '../../../../shared/contracts/inbox';
import { type PanelUser, personOf } from '../../history/person';
import { forgetAction, recordAction } from '../../history/record-action';
import { refusal } from '../checked';
import { findPage } from '../pages/find-page';
import { readKnownPage } from '../pages/read-known-page';
import { importAgain } from './import-again';
import type { SettleAsked } from './orders';
import { refuse, refuseWith } from '../../messages/refuse';
import { message } from '../../messages/message';

/**
 * Settles the conflicts of a page: by field the editor's value stands, or the page's is written.
 *
 * @throws NotFoundError, ValidationError; ApplicationError when there is nothing to settle, the page is gone, or another import is
 * running.
 */
export async function settleConflicts(
  strapi: Core.Strapi,
  { run, page, choices }: SettleAsked,
  user: PanelUser,
): Promise<CorrectionResult> {
  const known = await findPage(strapi, run, page);
  const open = known.items.flatMap(({ conflicts }) => conflicts ?? []).map(({ field }) => field);
  if (open.length === 0) throw refuse(errors.ApplicationError, 'no-conflict', {});
  const others = Object.keys(choices).filter((field) => !open.some((one) => one === field));
  if (others.length > 0) throw refusal(others.map((field) => ({ path: ['choices', field], message: message('no-conflict-here', {}) })));
  const read = await readKnownPage(strapi, known);
  if ('missing' in read) throw refuseWith(errors.ApplicationError, read.missing);
  return importAgain(strapi, {
    ...{ known, others: [], rules: [], by: personOf(user) },
    async keep(newRun) {
      await recordAction(strapi, { user, action: 'settle', run, newRun, about: page });
    },
    forget: (newRun) => forgetAction(strapi, { newRun }),
    settle: new Map([[page, choices]]),
  });
}
