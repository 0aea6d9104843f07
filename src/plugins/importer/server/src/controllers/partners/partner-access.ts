import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { PARTNER } from '../../store/uids';
import type { PanelContext } from '../../routes/panel-route';

interface PermissionChecker {
  readonly can: { readonly read: (entity: object) => boolean; readonly update: (entity: object, field: string) => boolean };
  sanitizeOutput(entity: object): Promise<object>;
}

interface PermissionCheckers {
  create(of: { userAbility: unknown; model: string }): PermissionChecker;
}

/** What somebody may do with each partner link, and with each of its fields. */
export interface PartnerAccess {
  canRead(partner: object): boolean;
  /** A partner without the fields that are not for them. */
  readable(partner: object): Promise<object>;
  /** @throws ForbiddenError */
  requireUpdate(partner: object, field: string): void;
}

/** The content manager's own rights, with the conditions and the fields that a role has been given. */
export function partnerAccess(strapi: Core.Strapi, context: PanelContext): PartnerAccess {
  const { userAbility } = context.state as { userAbility: unknown };
  const checkers = strapi.plugin('content-manager').service<PermissionCheckers>('permission-checker');
  const checker = checkers.create({ userAbility, model: PARTNER });

  return {
    canRead: (partner) => checker.can.read(partner),
    readable: (partner) => checker.sanitizeOutput(partner),
    requireUpdate(partner, field) {
      if (checker.can.update(partner, field)) return;
      // Strapi tells nobody more than that it is forbidden.
      throw new errors.ForbiddenError();
    },
  };
}
