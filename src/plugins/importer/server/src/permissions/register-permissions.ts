import type { Core } from '@strapi/strapi';
import { PERMISSION_NAMES } from './permission-names';

interface PermissionService {
  readonly actionProvider: { registerMany(actions: readonly object[]): Promise<void> };
}

/** Lets roles allow what can be done with imports. Call it in `bootstrap`. */
export async function registerPermissions(strapi: Core.Strapi): Promise<void> {
  const actions = Object.entries(PERMISSION_NAMES).map(([uid, { en }]) => ({
    ...{ section: 'plugins', displayName: en, uid, pluginName: 'importer' },
  }));
  const { actionProvider } = strapi.service('admin::permission') as PermissionService;
  await actionProvider.registerMany(actions);
}
