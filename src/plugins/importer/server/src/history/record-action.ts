import type { Core } from '@strapi/strapi';
import type { ActionName } from '../../../shared/contracts/actions';
import { rowsOf } from '../database/rows';
import { ACTION } from '../store/uids';
import { type PanelUser, personOf } from './person';

/** What a person did. */
export interface NewAction {
  /** Who has sent the request: `context.state.user`. */
  readonly user: PanelUser;
  readonly action: ActionName;
  /** The run that it was done with; null for something that belongs to none. */
  readonly run: number | null;
  /** The run that came of it, where that is another one. */
  readonly newRun?: number | null;
  /** The page, rule, file or partner that it was about. */
  readonly about?: string | null;
}

/** Keeps what a person did. It joins the transaction around it. @returns the record's number. */
export async function recordAction(strapi: Core.Strapi, { user, action, run, newRun = null, about = null }: NewAction): Promise<number> {
  const data = { at: new Date(), by: personOf(user), userId: user.id, action, run, newRun, about };
  return (await rowsOf<{ readonly id: number }>(strapi, ACTION).create({ data })).id;
}

/** Removes the record of what was not done after all: by its number, or by the run that would have come of it. */
export async function forgetAction(strapi: Core.Strapi, which: { readonly id: number } | { readonly newRun: number }): Promise<void> {
  await rowsOf(strapi, ACTION).deleteMany({ where: which });
}
