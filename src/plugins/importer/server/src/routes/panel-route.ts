import type { Core } from '@strapi/strapi';
import type { AnswerOf, EndpointName } from '../../../shared/contracts/endpoints';
import { contentModelOf } from '../store/content-model';
import { type Permission, PERMISSIONS } from '../../../shared/contracts/permissions';

/** A request of the panel, with who sent it in `state.user`. */
export type PanelContext = Parameters<Core.MiddlewareHandler>[0];

/** What is done for something that the panel may ask for, and what somebody must be allowed for it. */
export interface PanelRoute<Answer = unknown> {
  /** Of several, any one is enough; null for whoever has signed in. */
  readonly permission: Permission | readonly Permission[] | ContentPermission | null;
  /** Validates, has the work done, and answers with what stands in the contract, without `data` around it. */
  readonly handle: (context: PanelContext, strapi: Core.Strapi) => Promise<Answer>;
}

/** By the names of the contract's endpoints, each of which must have one. */
export type PanelRoutes<Name extends EndpointName = EndpointName> = { readonly [One in Name]: PanelRoute<AnswerOf<One>> };

/** What somebody may do with a configured content type in the content manager. */
export interface ContentPermission {
  readonly action: 'read' | 'update';
  readonly subject: 'partner';
}

/** What somebody may do, as Strapi keeps it with each request. */
interface Ability {
  can(action: string, subject?: string): boolean;
}

const abilityOf = ({ state }: Pick<PanelContext, 'state'>) => (state as { userAbility: Ability }).userAbility;

/** Whether who has sent a request has one of some rights. */
export const hasAnyOf = (context: Pick<PanelContext, 'state'>, permissions: readonly Permission[]): boolean =>
  permissions.some((permission) => abilityOf(context).can(PERMISSIONS[permission]));

/** The plugin's policy: whether who has sent a request may use a route. Strapi's own would ask for all of several rights. */
export function isAllowed(context: Pick<PanelContext, 'state'>, { permission }: Pick<PanelRoute, 'permission'>): boolean {
  if (permission === null) return true;
  if (typeof permission === 'string') return hasAnyOf(context, [permission]);
  if ('subject' in permission) {
    const type = contentModelOf(strapi)[permission.subject];
    return type !== null && abilityOf(context).can(`plugin::content-manager.explorer.${permission.action}`, type.uid);
  }
  return hasAnyOf(context, permission);
}

/** Routes as Strapi takes them. Every one of them refuses who has not signed in, and who is not allowed. */
export const adminRoutes = (routes: Readonly<Record<string, PanelRoute>>) =>
  Object.entries(routes).map(([name, { permission, handle }]) => ({
    method: name.slice(0, name.indexOf(' ')),
    path: name.slice(name.indexOf('/')),
    handler: async (context: PanelContext) => {
      context.body = { data: await handle(context, strapi) };
    },
    config: {
      policies: ['admin::isAuthenticatedAdmin', { name: 'plugin::importer.isAllowed', config: { permission } }],
    },
  }));
