import type { Newsroom } from './newsroom';

/** The panel's first administrator. */
export const EDITOR = { firstname: 'Ayla', lastname: 'Editor', email: 'editor@example.org', password: 'Correct-horse-1' };

/** The headers of the panel's first administrator, who is made where there is none. */
export async function panelLogin({ send }: Newsroom): Promise<Record<string, string>> {
  const registered = await send('post', '/admin/register-admin', EDITOR);
  const { email, password } = EDITOR;
  const { body } = registered.status === 200 ? registered : await send('post', '/admin/login', { email, password });
  const { token } = body.data as { token: string };
  return { authorization: `Bearer ${token}` };
}
