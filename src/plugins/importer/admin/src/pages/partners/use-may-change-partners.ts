import { useRBAC } from '@strapi/strapi/admin';
import { READ_PARTNERS } from '../../requests/permissions';

const CHECKED = ['create', 'update'].map((name) => ({ ...READ_PARTNERS, action: `plugin::content-manager.explorer.${name}` }));

/** What the person who has signed in may do with partner links in the content manager. */
export function useMayChangePartners(): { readonly create: boolean; readonly update: boolean } {
  const { allowedActions: may } = useRBAC(CHECKED);
  return { create: may.canCreate === true, update: may.canUpdate === true };
}
