import type { Core } from '@strapi/strapi';

/**
 * Where SQLite keeps what it needs for taking back a single statement: 2 stands for memory, 0 for its own choice. It notes every
 * page that a statement with triggers changes, which here is nearly each; beyond 64 KB it would do so in a file, and write six
 * times as often as without.
 */
export const STATEMENTS_IN_MEMORY = { temp_store: 2 };

const USUAL = { temp_store: 0 };

/** In no transaction: in one, SQLite refuses it once temporary tables have stood. */
const setConnection = (strapi: Core.Strapi, { temp_store }: typeof USUAL): Promise<unknown> =>
  strapi.db.connection.raw(`pragma temp_store = ${temp_store}`);

/** Has SQLite write a lot, with settings that suit it. @returns a function that puts them back. */
export async function beginWriting(strapi: Core.Strapi): Promise<() => Promise<void>> {
  if (strapi.db.dialect.client !== 'sqlite') return () => Promise.resolve();
  await setConnection(strapi, STATEMENTS_IN_MEMORY);
  return async () => {
    await setConnection(strapi, USUAL);
  };
}
