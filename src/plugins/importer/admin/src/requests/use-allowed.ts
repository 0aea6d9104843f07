import { useRBAC } from '@strapi/strapi/admin';
import { useMemo } from 'react';
import { type Permission, PERMISSIONS, SEEING } from '../../../shared/contracts/permissions';
import { explorer, useContentTypes } from './content-types';

const OWN = Object.values(PERMISSIONS).map((action) => ({ action, subject: null }));

type Allowed = Readonly<Record<Permission | 'partners', boolean>>;

/** Whether somebody may see a part of the importer. */
export const maySee = (may: Allowed, part: keyof typeof SEEING): boolean => SEEING[part].some((right) => may[right]);

/** What the person who has signed in may do. Nothing, until it is known. */
export function useAllowed(): Allowed & { readonly isLoading: boolean } {
  const { partner } = useContentTypes();
  const checked = useMemo(() => [...OWN, ...explorer(partner, 'read')], [partner]);
  const { allowedActions: may, isLoading } = useRBAC(checked);
  return {
    view: may.canView === true,
    preview: may.canPreview === true,
    run: may.canRun === true,
    correct: may.canCorrect === true,
    undo: may.canUndo === true,
    partners: may.canRead === true,
    isLoading,
  };
}
