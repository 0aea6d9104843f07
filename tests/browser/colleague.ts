import { PERMISSIONS, type Permission } from '../../src/plugins/importer/shared/contracts/permissions';
import { EDITOR } from '../helpers/panel-login';
import type { NewsroomInBrowser } from './newsroom-in-browser';
import { openPanel, type Panel, signInAs } from './panel';

const PASSWORD = 'Correct-horse-3';

/** The administrator's tokens, by address: Strapi refuses more than five logins in five minutes. */
const tokens = new Map<string, string>();

/** Makes somebody whose role may do nothing in the panel but what is given, as an administrator would. @returns how they sign in. */
async function addColleague(url: string, name: string, rights: readonly Permission[]) {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  const send = async <Data>(method: 'POST' | 'PUT', path: string, body: object): Promise<Data> => {
    const answer = await fetch(`${url}/admin${path}`, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path} was refused: ${answer.status} ${await answer.text()}`);
    return ((await answer.json()) as { readonly data: Data }).data;
  };
  const logIn = async () =>
    (await send<{ readonly token: string }>('POST', '/login', { email: EDITOR.email, password: EDITOR.password })).token;
  const token = tokens.get(url) ?? (await logIn());
  tokens.set(url, token);
  headers.authorization = `Bearer ${token}`;
  const role = await send<{ readonly id: number }>('POST', '/roles', { name, description: name });
  const permissions = rights.map((right) => ({ action: PERMISSIONS[right], subject: null, properties: {}, conditions: [] }));
  await send('PUT', `/roles/${role.id}/permissions`, { permissions });

  const person = { firstname: name, lastname: 'Colleague', email: `${name.toLowerCase()}@example.org` };
  const { registrationToken } = await send<{ readonly registrationToken: string }>('POST', '/users', { ...person, roles: [role.id] });
  await send('POST', '/register', {
    registrationToken,
    userInfo: { firstname: person.firstname, lastname: person.lastname, password: PASSWORD },
  });
  return { email: person.email, password: PASSWORD };
}

/** Opens a window of the panel's for somebody who is made, and who signs in through the form. */
export async function openPanelOf({ server, panel }: NewsroomInBrowser, name: string, rights: readonly Permission[]): Promise<Panel> {
  const browser = panel.page.context().browser();
  if (browser === null) throw new Error('The window belongs to no browser');
  const theirs = await openPanel(browser, server.url);
  await signInAs(theirs, await addColleague(server.url, name, rights));
  return theirs;
}
