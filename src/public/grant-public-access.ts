import type { Core } from '@strapi/strapi';
import { PUBLIC_TYPES, type PublicRules } from './public-types';

const PERMISSION = 'plugin::users-permissions.permission';

/**
 * Gives the public role what `PUBLIC_TYPES` lists and nothing else, and turns registration off. Meant to run once
 * in a database's life: what an administrator changes later stays.
 */
export async function grantPublicAccess(strapi: Core.Strapi): Promise<void> {
  const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'public' } });
  const wanted = Object.entries<PublicRules>(PUBLIC_TYPES).flatMap(([uid, { actions }]) =>
    actions.map((action) => `${uid}.${action}`),
  );

  await strapi.db.query(PERMISSION).deleteMany({ where: { role: role.id, action: { $notIn: wanted } } });
  for (const action of wanted) {
    const found = await strapi.db.query(PERMISSION).findOne({ where: { role: role.id, action } });
    if (!found) await strapi.db.query(PERMISSION).create({ data: { action, role: role.id } });
  }

  const advanced = strapi.store({ type: 'plugin', name: 'users-permissions', key: 'advanced' });
  await advanced.set({ value: { ...((await advanced.get({})) as object), allow_register: false } });
}
