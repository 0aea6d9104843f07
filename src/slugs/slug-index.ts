import type { Core, UID } from '@strapi/strapi';
import { dialectOf, inTransaction } from '../derived/in-transaction';
import type { Run } from '../derived/derived-part';
import { type SlugField, slugFieldOf } from '../plugins/importer/server/src/slugs/slug-field';

/** How the names of all these indexes begin: `isSlugConflict` knows them by the word in it. */
const NAME = 'unique_slug_of_';

/** PostgreSQL cuts longer names. */
const LONGEST_NAME = 63;

const INDEXES = {
  sqlite: `select name from sqlite_master where type = 'index'`,
  postgres: 'select indexname as name from pg_indexes where schemaname = current_schema()',
};

const literal = (value: unknown) => `'${String(value).replaceAll("'", "''")}'`;

interface Place {
  readonly table: string;
  readonly column: string;
  readonly localized: boolean;
}

function placeOf(strapi: Core.Strapi, uid: UID.ContentType, { name, localized }: SlugField): Place {
  const { tableName: table, attributes } = strapi.db.metadata.get(uid);
  const attribute = attributes[name];
  return { table, column: (attribute !== undefined && 'columnName' in attribute && attribute.columnName) || name, localized };
}

/**
 * Numbers the slugs that several documents have. The one that was published first keeps it, or of drafts the one that was made first; the
 * others get the next free numbers, the same for a draft and what is published of it.
 */
async function numberDuplicates(run: Run, { table, column, localized }: Place): Promise<number> {
  const locales = localized ? ', locale' : '';
  const doubled = await run(
    `select ${column} as slug${locales} from ${table} where ${column} is not null${localized ? ' and locale is not null' : ''}
      group by ${column}${locales} having count(distinct document_id) > 1`,
  );
  let numbered = 0;
  for (const { slug, locale } of doubled) {
    const inLocale = localized ? ` and locale = ${literal(locale)}` : '';
    const holders = await run(
      `select document_id from ${table} where ${column} = ${literal(slug)}${inLocale} group by document_id
        order by max(case when published_at is null then 0 else 1 end) desc, min(created_at), min(id)`,
    );
    const numbers = await run(
      `select distinct ${column} as slug from ${table} where ${column} like ${literal(`${String(slug)}-%`)}${inLocale}`,
    );
    const taken = new Set(numbers.map((row) => row['slug']));
    let number = 2;
    for (const holder of holders.slice(1)) {
      while (taken.has(`${String(slug)}-${number}`)) number += 1;
      const next = `${String(slug)}-${number}`;
      taken.add(next);
      numbered += 1;
      await run(
        `update ${table} set ${column} = ${literal(next)}
          where ${column} = ${literal(slug)} and document_id = ${literal(holder['document_id'])}${inLocale}`,
      );
    }
  }
  return numbered;
}

/** A draft and what is published of it have the same slug: of each kind there is one. */
const indexOf = ({ table, column, localized }: Place, name: string) =>
  `create unique index if not exists ${name} on ${table} (${column}, ${localized ? 'locale, ' : ''}(published_at is null))`;

/**
 * Makes the indexes by which the database lets no slug stand twice. Strapi's schemas can't describe them, and where it rebuilds a table
 * they may be lost: call it in `bootstrap`. Before one is made, slugs that stand twice are numbered.
 */
export async function keepSlugsUnique(strapi: Core.Strapi): Promise<void> {
  const dialect = dialectOf(strapi);
  for (const uid of Object.keys(strapi.contentTypes) as UID.ContentType[]) {
    const field = slugFieldOf(strapi, uid);
    if (field === undefined) continue;
    const place = placeOf(strapi, uid, field);
    const name = `${NAME}${place.table}`.slice(0, LONGEST_NAME);
    await inTransaction(strapi, async (run) => {
      if ((await run(INDEXES[dialect])).some((index) => index['name'] === name)) return;
      // Nobody makes another duplicate before the index stands.
      if (dialect === 'postgres') await run(`lock table ${place.table} in share row exclusive mode`);
      const numbered = await numberDuplicates(run, place);
      if (numbered > 0) strapi.log.warn(`${numbered} documents of ${uid} shared their address with another, and have got a number`);
      await run(indexOf(place, name));
    });
  }
}
