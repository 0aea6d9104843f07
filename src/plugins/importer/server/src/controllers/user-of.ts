import { errors } from '@strapi/utils';
import type { PanelUser } from '../history/person';
import type { PanelContext } from '../routes/panel-route';

/** Who has sent a request of the panel. */
export function userOf(context: PanelContext): PanelUser {
  const { user } = context.state as { user?: PanelUser };
  if (user === undefined) throw new errors.UnauthorizedError('Sign in first');
  return user;
}
