import type { Core } from '@strapi/strapi';
import type { AnswerOf, EndpointName } from '../../../shared/contracts/endpoints';
import type { Permission } from '../../../shared/contracts/permissions';

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
