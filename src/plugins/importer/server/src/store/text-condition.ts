import type { Core } from '@strapi/strapi';

/** A text for `like … escape '!'`, in which `%` and `_` stand for themselves. */
export const literal = (text: string): string => text.replace(/[!%_]/g, '!$&');

/** SQLite's `like` knows the capitals of ASCII only: a word is looked for as it is written, small, large, and with a capital. */
function writings(text: string): string[] {
  const small = text.toLowerCase();
  return [...new Set([text, small, text.toUpperCase(), small.charAt(0).toUpperCase() + small.slice(1)])];
}

/** A condition for `whereRaw`. */
interface Condition {
  readonly sql: string;
  readonly bindings: string[];
}

/** Whether one of some columns holds a text, in capitals or not. */
export function textCondition(strapi: Core.Strapi, columns: readonly string[], text: string): Condition {
  const isSqlite = strapi.db.dialect.client === 'sqlite';
  const looks = columns.flatMap((column) => (isSqlite ? writings(text) : [text]).map((one) => [column, `%${literal(one)}%`]));
  const look = `?? ${isSqlite ? 'like' : 'ilike'} ? escape '!'`;
  return { sql: `(${looks.map(() => look).join(' or ')})`, bindings: looks.flat() };
}
