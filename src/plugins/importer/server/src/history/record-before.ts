import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { rowsOf } from '../database/rows';
import { messageOf } from '../import/source/fault';
import { refuse } from '../messages/refuse';
import { ACTION } from '../store/uids';
import { personOf } from './person';
import { forgetAction, type NewAction, recordAction } from './record-action';

/** What is known of an action only when it is done. */
type Learnt = Partial<Pick<NewAction, 'run' | 'newRun' | 'about'>>;

/**
 * Keeps who does something, and has it done then: for what no transaction holds, such as runs and files. Nothing is done that
 * could not be recorded; and what is refused, or fails, is not kept as done.
 *
 * @param learnt what is to be added to the record when it is done.
 * @throws ApplicationError when it was done, and the record could not be completed.
 */
export async function recordBefore<Result>(
  strapi: Core.Strapi,
  action: NewAction,
  act: () => Promise<Result>,
  learnt?: (result: Result) => Learnt,
): Promise<Result> {
  const id = await recordAction(strapi, action);
  const result = await act().catch(async (cause: unknown) => {
    await forgetAction(strapi, { id }).catch((fault: unknown) => {
      const what = `${action.action} by ${personOf(action.user)}`;
      strapi.log.error(`History: ${what} (record ${id}) was not done, and is recorded as done: ${messageOf(fault)}`);
    });
    throw cause;
  });
  if (learnt === undefined) return result;
  const more = learnt(result);
  try {
    await rowsOf(strapi, ACTION).update({ where: { id }, data: more });
  } catch (cause) {
    const run = more.newRun ?? more.run ?? null;
    const reason = messageOf(cause);
    const refusal =
      run === null
        ? refuse(errors.ApplicationError, 'done-unrecorded', { reason })
        : refuse(errors.ApplicationError, 'run-unrecorded', { run, reason });
    throw Object.assign(refusal, { cause });
  }
  return result;
}
