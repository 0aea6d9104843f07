import type { Core } from '@strapi/strapi';
import { PERMISSIONS } from '../../../shared/contracts/permissions';

interface PermissionService {
  readonly actionProvider: { registerMany(actions: readonly object[]): Promise<void> };
}

/** As Strapi's roles show them. */
const NAMES: Record<keyof typeof PERMISSIONS, string> = {
  view: 'See imports, their pages and the inbox',
  preview: 'Upload pages and preview an import',
  run: 'Import, pause and cancel',
  correct: 'Mend pages and settle conflicts',
  undo: 'Undo imports',
};

/** Lets roles allow what can be done with imports. Call it in `bootstrap`. */
export async function registerPermissions(strapi: Core.Strapi): Promise<void> {
  const actions = Object.keys(NAMES).map((name) => ({
    section: 'plugins',
    displayName: NAMES[name as keyof typeof NAMES],
    uid: name,
    pluginName: 'importer',
  }));
  const { actionProvider } = strapi.service('admin::permission') as PermissionService;
  await actionProvider.registerMany(actions);
}
