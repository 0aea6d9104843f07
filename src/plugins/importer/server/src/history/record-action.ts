import type { Core } from '@strapi/strapi';
import { rowsOf } from '../../../../../strapi/rows';
import { ACTION } from '../store/uids';
import { type PanelUser, personOf } from './person';

/** What a person did. */
export interface NewAction {
  /** Who has sent the request: `context.state.user`. */
  readonly user: PanelUser;
  /** In short, such as `import`, `pause`, `undo`, `correct`: the panel has a word for each. */
  readonly action: string;
  /** The run that it was done with; null for something that belongs to none. */
  readonly run: number | null;
  /** The page, rule or file that it was about. */
  readonly about?: string | null;
}

/** Keeps what a person did with runs, pages and rules. It joins the transaction around it. */
export async function recordAction(strapi: Core.Strapi, { user, action, run, about = null }: NewAction): Promise<void> {
  await rowsOf(strapi, ACTION).create({ data: { at: new Date(), by: personOf(user), userId: user.id, action, run, about } });
}
