import { type Permission, PERMISSIONS } from '../../../shared/contracts/permissions';

/** As Strapi's panel asks for it. */
export const permissionTo = (name: Permission) => ({ action: PERMISSIONS[name], subject: null });
