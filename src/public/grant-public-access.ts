import type { Core } from '@strapi/strapi';
import { rowsOf } from '../strapi/rows';
import { PUBLIC_TYPES } from './public-types';

/**
 * Gives the public role what `PUBLIC_TYPES` lists and nothing else, and turns registration off. Meant to run once
 * in a database's life: what an administrator changes later stays.
 */
export async function grantPublicAccess(strapi: Core.Strapi): Promise<void> {
  const role = await rowsOf<{ id: number }>(strapi, 'plugin::users-permissions.role').findOne({ where: { type: 'public' } });
  if (role === null) throw new Error('There is no public role: the users & permissions plugin has not started');
  const permissions = rowsOf(strapi, 'plugin::users-permissions.permission');
  const wanted = Object.entries(PUBLIC_TYPES).flatMap(([uid, { actions }]) =>
    actions.map((action) => `${uid}.${action}`),
  );

  await permissions.deleteMany({ where: { role: role.id, action: { $notIn: wanted } } });
  for (const action of wanted) {
    const found = await permissions.findOne({ where: { role: role.id, action } });
    if (!found) await permissions.create({ data: { action, role: role.id } });
  }

  const advanced = strapi.store({ type: 'plugin', name: 'users-permissions', key: 'advanced' });
  await advanced.set({ value: { ...((await advanced.get({})) as object), allow_register: false } });
}
