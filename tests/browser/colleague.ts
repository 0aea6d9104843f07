import { PERMISSIONS, type Permission } from '../../src/plugins/importer/shared/contracts/permissions';
import { EDITOR } from '../helpers/panel-login';
import type { NewsroomInBrowser } from './newsroom-in-browser';
import { openPanel, type Panel, signInAs } from './panel';

const PASSWORD = 'Correct-horse-3';

/** The administrator's tokens, by address: Strapi refuses more than five logins in five minutes. */
const tokens = new Map<string, string>();

type Send = <Data>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object) => Promise<Data>;

/** A role that may do nothing in the panel but what is given. */
async function makeRole(send: Send, name: string, rights: readonly Permission[]): Promise<number> {
  const role = await send<{ readonly id: number }>('POST', '/roles', { name, description: name });
  const permissions = rights.map((right) => ({ action: PERMISSIONS[right], subject: null, properties: {}, conditions: [] }));
  await send('PUT', `/roles/${role.id}/permissions`, { permissions });
  return role.id;
}

/** A role that Strapi makes by itself: Editor or Author. */
async function findRole(send: Send, name: string): Promise<number> {
  const roles = await send<readonly { readonly id: number; readonly name: string }[]>('GET', '/roles');
  const role = roles.find((one) => one.name === name);
  if (role === undefined) throw new Error(`There is no role ${name}`);
  return role.id;
}

/** Makes somebody with a role, as an administrator would. @returns how they sign in. */
async function addColleague(url: string, name: string, roleOf: (send: Send) => Promise<number>) {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  const send: Send = async <Data>(method: string, path: string, body?: object): Promise<Data> => {
    const answer = await fetch(`${url}/admin${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    if (!answer.ok) throw new Error(`${path} was refused: ${answer.status} ${await answer.text()}`);
    return ((await answer.json()) as { readonly data: Data }).data;
  };
  const logIn = async () =>
    (await send<{ readonly token: string }>('POST', '/login', { email: EDITOR.email, password: EDITOR.password })).token;
  const token = tokens.get(url) ?? (await logIn());
  tokens.set(url, token);
  headers.authorization = `Bearer ${token}`;
  const roles = [await roleOf(send)];

  const person = { firstname: name, lastname: 'Colleague', email: `${name.toLowerCase()}@colleagues.example` };
  const { registrationToken } = await send<{ readonly registrationToken: string }>('POST', '/users', { ...person, roles });
  await send('POST', '/register', {
    registrationToken,
    userInfo: { firstname: person.firstname, lastname: person.lastname, password: PASSWORD },
  });
  return { email: person.email, password: PASSWORD };
}

async function openPanelFor({ server, panel }: NewsroomInBrowser, name: string, roleOf: (send: Send) => Promise<number>): Promise<Panel> {
  const browser = panel.page.context().browser();
  if (browser === null) throw new Error('The window belongs to no browser');
  const theirs = await openPanel(browser, server.url);
  await signInAs(theirs, await addColleague(server.url, name, roleOf));
  return theirs;
}

/** Opens a window of the panel's for somebody who is made with some rights, and who signs in through the form. */
export const openPanelOf = (newsroom: NewsroomInBrowser, name: string, rights: readonly Permission[]): Promise<Panel> =>
  openPanelFor(newsroom, name, (send) => makeRole(send, name, rights));

/** Opens a window of the panel's for somebody who is made with the role Editor or Author. */
export const openPanelAs = (newsroom: NewsroomInBrowser, role: 'Editor' | 'Author'): Promise<Panel> =>
  openPanelFor(newsroom, role, (send) => findRole(send, role));
