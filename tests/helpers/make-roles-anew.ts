import type { Core } from '@strapi/strapi';
import { rowsOf } from '../../src/plugins/importer/server/src/database/rows';

interface Role {
  readonly id: number;
  readonly code: string;
}

interface RoleService {
  createRolesIfNoneExist(): Promise<void>;
  resetSuperAdminPermissions(): Promise<void>;
}

interface PermissionService {
  cleanPermissionsInDatabase(): Promise<void>;
}

/** As a database is on which an earlier Newsroom has started: the roles are as Strapi makes them. */
export async function makeRolesAnew(strapi: Core.Strapi): Promise<void> {
  const { db } = strapi;
  await db.query('admin::permission').deleteMany({ where: { role: { id: { $notNull: true } } } });
  const users = await db.query('admin::user').findMany({ populate: { roles: true } });
  await db.query('admin::role').deleteMany({});
  const roles = strapi.service('admin::role') as unknown as RoleService;
  await roles.createRolesIfNoneExist();
  await roles.resetSuperAdminPermissions();
  await (strapi.service('admin::permission') as unknown as PermissionService).cleanPermissionsInDatabase();
  for (const { id, roles: had } of users as { id: number; roles: Role[] }[]) {
    const now = await rowsOf<Role>(strapi, 'admin::role').findMany({ where: { code: { $in: had.map(({ code }) => code) } } });
    await db.query('admin::user').update({ where: { id }, data: { roles: now.map((role) => role.id) } });
  }
}
