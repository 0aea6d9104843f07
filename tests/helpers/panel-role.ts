import type { Newsroom } from './newsroom';

interface RoleService {
  create(role: object): Promise<{ id: number }>;
  assignPermissions(role: number, permissions: readonly object[]): Promise<unknown>;
}

interface UserService {
  create(user: object): Promise<unknown>;
}

export interface PanelRight {
  readonly action: string;
  readonly subject?: string;
  readonly properties?: { readonly fields: readonly string[] };
}

const PASSWORD = 'Correct-horse-2';

/** The headers of somebody whose role may do nothing in the panel but what is given. */
export async function panelRole({ strapi, send }: Newsroom, name: string, rights: readonly PanelRight[]): Promise<Record<string, string>> {
  const roles = strapi.service('admin::role') as unknown as RoleService;
  const role = await roles.create({ name, description: '' });
  const permissions = rights.map((right) => ({ subject: null, properties: {}, conditions: [], ...right }));
  await roles.assignPermissions(role.id, permissions);

  const email = `${name}@example.org`;
  const user = { firstname: name, email, password: PASSWORD, isActive: true, roles: [role.id] };
  await (strapi.service('admin::user') as unknown as UserService).create(user);
  const { body } = await send('post', '/admin/login', { email, password: PASSWORD });
  return { authorization: `Bearer ${(body.data as { token: string }).token}` };
}
