import type { Core } from '@strapi/strapi';
import { type Permission, PERMISSIONS } from '../../../shared/contracts/permissions';
import type { PanelContext, PanelRoute } from '../routes/panel-route';
import { contentModelOf } from '../store/content-model';

/** What somebody may do, as Strapi keeps it with each request. */
interface Ability {
  can(action: string, subject?: string): boolean;
}

const abilityOf = ({ state }: Pick<PanelContext, 'state'>) => (state as { userAbility: Ability }).userAbility;

/** Whether who has sent a request has one of some rights. */
export const hasAnyOf = (context: Pick<PanelContext, 'state'>, permissions: readonly Permission[]): boolean =>
  permissions.some((permission) => abilityOf(context).can(PERMISSIONS[permission]));

/** The plugin's policy: whether who has sent a request may use a route. Strapi's own would ask for all of several rights. */
export function isAllowed(
  context: Pick<PanelContext, 'state'>,
  { permission }: Pick<PanelRoute, 'permission'>,
  { strapi }: { readonly strapi: Core.Strapi },
): boolean {
  if (permission === null) return true;
  if (typeof permission === 'string') return hasAnyOf(context, [permission]);
  if (!('subject' in permission)) return hasAnyOf(context, permission);
  const type = contentModelOf(strapi)[permission.subject];
  return type !== null && abilityOf(context).can(`plugin::content-manager.explorer.${permission.action}`, type.uid);
}
