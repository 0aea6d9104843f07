import type { Newsroom } from './newsroom';

const EDITOR = { firstname: 'Ayla', lastname: 'Editor', email: 'editor@example.org', password: 'Correct-horse-1' };

/** Signs in to the panel as its first administrator, who is made where there is none. */
export async function panelLogin({ http }: Newsroom): Promise<{ headers: Record<string, string> }> {
  const registered = await http.post('/admin/register-admin').send(EDITOR);
  const { email, password } = EDITOR;
  const answer = registered.status === 200 ? registered : await http.post('/admin/login').send({ email, password });
  const body = answer.body as { data: { token?: string; accessToken?: string } };
  const token = body.data.token ?? body.data.accessToken;
  if (token === undefined) throw new Error(`Signing in failed: ${JSON.stringify(answer.body)}`);
  return { headers: { authorization: `Bearer ${token}` } };
}
