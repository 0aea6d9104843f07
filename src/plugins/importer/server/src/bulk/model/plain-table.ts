import type { Core } from '@strapi/strapi';
import { refuseIfAny } from '../refusal';
import { toColumnValue } from '../content/column-value';
import type { ScalarField } from './model';
import { createModels } from './models';

/** A content type whose rows are all there is of it. */
interface PlainTable {
  readonly table: string;
  readonly scalars: ReadonlyMap<string, ScalarField>;
  /** @throws TypeError when there is no such field. */
  readonly columnOf: (field: string) => string;
  /** Fills a new row, by columns, with defaults for what is not given. @returns the row. */
  readonly complete: (row: Record<string, unknown>, now: Date) => Record<string, unknown>;
}

/** Fields that every content type has. The panel's users are references, which plain rows leave empty. */
const TIMES = ['createdAt', 'updatedAt', 'publishedAt'];

/** @throws BulkRefusal when the content type has more than plain rows. */
export function describePlainTable(strapi: Core.Strapi, uid: string): PlainTable {
  const models = createModels(strapi);
  const type = models.contentType(uid);
  const { scalars, relations, media, components, unsupported, draftAndPublish, localized } = type;
  const fields = [...relations, ...media, ...components].map(({ name }) => name);
  refuseIfAny(uid, [
    ...(draftAndPublish ? [{ document: null, field: null, message: 'rows with draft & publish are not plain' }] : []),
    ...(localized ? [{ document: null, field: null, message: 'rows with locales are not plain' }] : []),
    ...[...fields, ...unsupported.keys()].map((field) => ({ document: null, field, message: 'plain rows have no such fields' })),
  ]);

  const byName = new Map(scalars.map((scalar) => [scalar.name, scalar]));
  const columnOf = (name: string) => {
    const column = byName.get(name)?.column;
    if (column === undefined) throw new TypeError(`${uid} has no field ${name}`);
    return column;
  };
  const times = TIMES.map(columnOf);
  const presets = scalars.filter(({ name, default: preset }) => preset !== undefined && !TIMES.includes(name));

  return {
    table: type.table,
    scalars: byName,
    columnOf,
    complete(row, now) {
      for (const { column, type: fieldType, default: preset } of presets) {
        if (row[column] !== undefined) continue;
        row[column] = toColumnValue(fieldType, typeof preset === 'function' ? (preset as () => unknown)() : preset);
      }
      for (const column of times) row[column] = row[column] === undefined ? now : row[column];
      return row;
    },
  };
}
