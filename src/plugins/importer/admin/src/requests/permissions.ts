import { type Permission, PERMISSIONS } from '../../../shared/contracts/permissions';

/** Partner links are content: who may read them in the content manager may see them here. */
export const READ_PARTNERS = { action: 'plugin::content-manager.explorer.read', subject: 'api::partner-link.partner-link' };

/** As Strapi's panel asks for it. */
export const permissionTo = (name: Permission) => ({ action: PERMISSIONS[name], subject: null });
