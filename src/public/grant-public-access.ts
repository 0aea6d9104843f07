import type { Core } from '@strapi/strapi';
import { rowsOf } from '../plugins/importer/server/src/database/rows';
import { PUBLIC_TYPES } from './public-types';

interface Granted {
  readonly action: string;
}

const permissionsOf = (strapi: Core.Strapi) => rowsOf<Granted>(strapi, 'plugin::users-permissions.permission');

async function findPublicRole(strapi: Core.Strapi): Promise<{ readonly id: number }> {
  const role = await rowsOf<{ id: number }>(strapi, 'plugin::users-permissions.role').findOne({ where: { type: 'public' } });
  if (role === null) throw new Error('There is no public role: the users & permissions plugin has not started');
  return role;
}

const actionsOf = (uids: readonly string[]) => uids.flatMap((uid) => (PUBLIC_TYPES[uid]?.actions ?? []).map((action) => `${uid}.${action}`));

async function grant(strapi: Core.Strapi, role: number, actions: readonly string[]): Promise<void> {
  const permissions = permissionsOf(strapi);
  for (const action of actions) {
    const found = await permissions.findOne({ where: { role, action } });
    if (!found) await permissions.create({ data: { action, role } });
  }
}

/**
 * Gives the public role what `PUBLIC_TYPES` lists and nothing else, and turns registration off. Meant to run once
 * in a database's life: what an administrator changes later stays.
 */
export async function grantPublicAccess(strapi: Core.Strapi): Promise<void> {
  const { id: role } = await findPublicRole(strapi);
  const wanted = actionsOf(Object.keys(PUBLIC_TYPES));
  await permissionsOf(strapi).deleteMany({ where: { role, action: { $notIn: wanted } } });
  await grant(strapi, role, wanted);

  const advanced = strapi.store({ type: 'plugin', name: 'users-permissions', key: 'advanced' });
  await advanced.set({ value: { ...((await advanced.get({})) as object), allow_register: false } });
}

/**
 * Lets the public read tags and authors on a database that was set up before there were any. Where it was forbidden meanwhile to read
 * articles or their categories, it stays so with these.
 */
export async function grantTagsAndAuthors(strapi: Core.Strapi): Promise<void> {
  const { id: role } = await findPublicRole(strapi);
  const granted = new Set((await permissionsOf(strapi).findMany({ where: { role } })).map(({ action }) => action));
  const isAsGranted = actionsOf(['api::article.article', 'api::category.category']).every((action) => granted.has(action));
  if (isAsGranted) await grant(strapi, role, actionsOf(['api::tag.tag', 'api::author.author']));
}
