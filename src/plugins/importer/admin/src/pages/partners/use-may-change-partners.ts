import { useRBAC } from '@strapi/strapi/admin';
import { useMemo } from 'react';
import { explorer, useContentTypes } from '../../requests/content-types';

/** What the person who has signed in may do with partner links in the content manager. */
export function useMayChangePartners(): { readonly create: boolean; readonly update: boolean } {
  const { partner } = useContentTypes();
  const { allowedActions: may } = useRBAC(useMemo(() => explorer(partner, 'create', 'update'), [partner]));
  return { create: may.canCreate === true, update: may.canUpdate === true };
}
