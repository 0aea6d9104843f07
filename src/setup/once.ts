import type { Core } from '@strapi/strapi';

/**
 * Runs `task` once in a database's life, however often Newsroom starts. What it sets up can be changed in the
 * panel afterwards, and the next start leaves it so. A task that fails runs again at the next start.
 */
export async function once(strapi: Core.Strapi, name: string, task: () => Promise<void>): Promise<void> {
  const done = strapi.store({ type: 'core', name: 'newsroom', key: `once-${name}` });
  if ((await done.get({})) !== null) return;

  await task();
  await done.set({ value: { at: new Date().toISOString() } });
}
