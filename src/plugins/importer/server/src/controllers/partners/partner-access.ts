import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { PanelContext } from '../../routes/panel-route';
import { contentModelOf, type PartnerType } from '../../store/content-model';

interface PermissionChecker {
  readonly can: { readonly read: (entity: object) => boolean; readonly update: (entity: object, field: string) => boolean };
  sanitizeOutput(entity: object): Promise<object>;
}

interface PermissionCheckers {
  create(of: { userAbility: unknown; model: string }): PermissionChecker;
}

/** What somebody may do with each partner link, and with each of its fields. */
export interface PartnerAccess {
  /** The content type of partner links. */
  readonly type: PartnerType;
  canRead(partner: object): boolean;
  /** A partner without the fields that are not for them. */
  readable(partner: object): Promise<object>;
  /** @throws ForbiddenError also where partners have no such field. */
  requireUpdate(partner: object, field: 'active' | 'order'): void;
}

/**
 * The content manager's own rights, with the conditions and the fields that a role has been given.
 *
 * @throws ForbiddenError where the site has no partner links.
 */
export function partnerAccess(strapi: Core.Strapi, context: PanelContext): PartnerAccess {
  const { userAbility } = context.state as { userAbility: unknown };
  const { partner: type } = contentModelOf(strapi);
  if (type === null) throw new errors.ForbiddenError();
  const checkers = strapi.plugin('content-manager').service<PermissionCheckers>('permission-checker');
  const checker = checkers.create({ userAbility, model: type.uid });

  return {
    type,
    canRead: (partner) => checker.can.read(partner),
    readable: (partner) => checker.sanitizeOutput(partner),
    requireUpdate(partner, field) {
      const name = type.fields[field];
      if (name !== null && checker.can.update(partner, name)) return;
      // Strapi tells nobody more than that it is forbidden.
      throw new errors.ForbiddenError();
    },
  };
}
