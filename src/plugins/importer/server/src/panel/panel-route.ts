import type { Core } from '@strapi/strapi';
import { type Permission, PERMISSIONS } from '../../../shared/contracts/permissions';

/** A request of the panel, with who sent it in `state.user`. */
export type PanelContext = Parameters<Core.MiddlewareHandler>[0];

/** Something that the panel may ask for, and what somebody must be allowed for it. */
export interface PanelRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/importer`. */
  readonly path: string;
  readonly permission: Permission | ContentPermission;
  /** Validates, has the work done, and answers with what stands in the contract, without `data` around it. */
  readonly handle: (context: PanelContext, strapi: Core.Strapi) => Promise<unknown>;
}

/** What somebody may do with a content type in the content manager. */
export interface ContentPermission {
  readonly action: 'read' | 'update';
  readonly subject: string;
}

const actionOf = (permission: PanelRoute['permission']) =>
  typeof permission === 'string'
    ? PERMISSIONS[permission]
    : { action: `plugin::content-manager.explorer.${permission.action}`, subject: permission.subject };

/** Routes as Strapi takes them. Every one of them refuses who has not signed in, and who is not allowed. */
export const adminRoutes = (routes: readonly PanelRoute[]) =>
  routes.map(({ method, path, permission, handle }) => ({
    method,
    path,
    handler: async (context: PanelContext) => {
      context.body = { data: await handle(context, strapi) };
    },
    config: {
      policies: ['admin::isAuthenticatedAdmin', { name: 'admin::hasPermissions', config: { actions: [actionOf(permission)] } }],
    },
  }));
