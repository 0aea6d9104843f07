import { bootNewsroom } from '../../import/boot-newsroom';

/** Serves on the port of the environment until the process is ended. */
export async function serve(_request: null): Promise<never> {
  const strapi = await bootNewsroom();
  await strapi.listen();
  return new Promise<never>(() => undefined);
}
