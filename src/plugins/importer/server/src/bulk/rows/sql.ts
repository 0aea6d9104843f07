import { type Condition, NOT_NULL } from './tables';

export const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;

export const quoteAll = (names: readonly string[]) => names.map((name) => (name === '*' ? name : quote(name))).join(', ');

/** `where`, with lists as `writeList` writes them. */
export function whereClause(condition: Condition, writeList: (column: string, values: readonly unknown[]) => string): string {
  const tests = Object.entries(condition).map(([column, values]) => {
    if (values === null) return `${quote(column)} is null`;
    return values === NOT_NULL ? `${quote(column)} is not null` : writeList(quote(column), values);
  });
  return tests.length === 0 ? '' : ` where ${tests.join(' and ')}`;
}

/** `on conflict`, as SQLite and PostgreSQL both take it. */
export const conflictClause = (key: readonly string[], changed: readonly string[]) =>
  ` on conflict (${quoteAll(key)}) do update set ${changed.map((column) => `${quote(column)} = excluded.${quote(column)}`).join(', ')}`;

export function* chunks<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  if (items.length <= size) {
    if (items.length > 0) yield items;
    return;
  }
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

/** A condition in parts, each with lists of at most `most` values: none where a list is empty. */
export function splitCondition(condition: Condition, most: number): readonly Condition[] {
  const long = Object.entries(condition).find(([, values]) => Array.isArray(values) && (values.length > most || values.length === 0));
  if (long === undefined) return [condition];
  const [column, values] = long;
  const parts = [...chunks(values as readonly (string | number)[], most)];
  return parts.flatMap((part) => splitCondition({ ...condition, [column]: part }, most));
}
