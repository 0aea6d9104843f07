import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { DerivedPart, Dialect, Run } from './derived-part';
import { dialectOf, inTransaction, makeState } from './in-transaction';
import { derivedParts } from './parts';
import { rebuild } from './rebuild';

const TRIGGERS = {
  sqlite: `select name from sqlite_master where type = 'trigger'`,
  postgres: `select tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not t.tgisinternal and c.relnamespace = current_schema()::regnamespace`,
};

const fingerprintOf = ({ tables, triggers }: DerivedPart) =>
  createHash('sha256')
    .update(JSON.stringify([tables, triggers]))
    .digest('hex');

async function makeTriggers(run: Run, dialect: Dialect, { triggers }: DerivedPart): Promise<void> {
  for (const { name, table, statements } of triggers) {
    await run(dialect === 'sqlite' ? `drop trigger if exists ${name}` : `drop trigger if exists ${name} on ${table}`);
    for (const statement of statements) await run(statement);
  }
}

/** Makes tables and triggers of the parts that are not as they should be. @returns those parts. */
async function mend(run: Run, dialect: Dialect): Promise<DerivedPart[]> {
  const standing = new Set((await run(TRIGGERS[dialect])).map(({ name }) => name));
  const made = new Map((await run('select name, made_from from derived_parts')).map((row) => [row['name'], row['made_from']]));
  const stale = derivedParts(dialect).filter(
    (part) => made.get(part.name) !== fingerprintOf(part) || part.triggers.some(({ name }) => !standing.has(name)),
  );
  for (const part of stale) {
    for (const statement of part.tables) await run(statement);
    await makeTriggers(run, dialect, part);
  }
  return stale;
}

/**
 * Makes the derived tables and their triggers where they are missing or were made by another version, and fills them. Strapi
 * drops the triggers of a table in SQLite whenever it changes a column: they are looked for at each start. Call it in
 * `bootstrap`, when Strapi's own tables stand.
 */
export async function keepDerived(strapi: Core.Strapi): Promise<void> {
  const dialect = dialectOf(strapi);
  await makeState(strapi);
  const stale = await inTransaction(strapi, (run) => mend(run, dialect));
  if (stale.length === 0) return;

  await rebuild(strapi, stale);
  await inTransaction(strapi, async (run) => {
    for (const part of stale) {
      const values = `values ('${part.name}', '${fingerprintOf(part)}')`;
      await run(`insert into derived_parts (name, made_from) ${values} on conflict (name) do update set made_from = excluded.made_from`);
    }
  });
}
