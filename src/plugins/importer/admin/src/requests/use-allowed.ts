import { useRBAC } from '@strapi/strapi/admin';
import { type Permission, PERMISSIONS } from '../../../shared/contracts/permissions';
import { READ_PARTNERS } from './permissions';

const CHECKED = [...Object.values(PERMISSIONS).map((action) => ({ action, subject: null })), READ_PARTNERS];

/** What the person who has signed in may do. Nothing, until it is known. */
export function useAllowed(): Readonly<Record<Permission | 'partners', boolean>> & { readonly isLoading: boolean } {
  const { allowedActions: may, isLoading } = useRBAC(CHECKED);
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
