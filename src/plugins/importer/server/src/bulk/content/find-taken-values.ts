import { DOCUMENT_COLUMN, LOCALE_COLUMN, PUBLISHED_COLUMN } from '../model/model';
import type { Problem } from '../refusal';
import { NOT_NULL } from '../rows/tables';
import type { Session } from '../session';
import type { Entry } from './content';

/** A locale has no line breaks. */
const keyOf = (locale: unknown, value: unknown) => `${String(locale)}\n${String(value)}`;

/**
 * Tells of values of unique fields that another document has. As Strapi does, only what is published (or has no draft)
 * is looked at, each locale apart.
 */
export async function findTakenValues({ type, tables, toColumn }: Session, entries: readonly Entry[]): Promise<Problem[]> {
  const problems: Problem[] = [];
  const published = entries.filter(({ status }) => status === 'published');

  for (const { name, column, type: fieldType } of type.scalars.filter(({ unique }) => unique)) {
    const holders = new Map<string, Set<string>>();
    const valueOf = (entry: Entry) => toColumn(fieldType, entry.content.scalars[name] ?? null);
    const placed = published.map((entry) => ({ entry, value: valueOf(entry) })).filter(({ value }) => value !== null && value !== '');
    const hold = (documentId: string, locale: unknown, value: unknown) => {
      const key = keyOf(locale, value);
      holders.set(key, (holders.get(key) ?? new Set()).add(documentId));
    };

    for (const { entry, value } of placed) hold(entry.documentId, entry.locale, value);
    const values = [...new Set(placed.map(({ value }) => value as string | number))];
    const rows = await tables.select(type.table, [DOCUMENT_COLUMN, LOCALE_COLUMN, column], {
      [column]: values,
      [PUBLISHED_COLUMN]: NOT_NULL,
    });
    for (const row of rows) hold(String(row[DOCUMENT_COLUMN]), type.localized ? row[LOCALE_COLUMN] : null, row[column]);

    for (const { entry, value } of placed) {
      const others = [...(holders.get(keyOf(entry.locale, value)) ?? [])].filter((documentId) => documentId !== entry.documentId);
      if (others.length > 0)
        problems.push({ document: entry.index, field: name, message: `must be unique, and ${String(others[0])} has it`, mayPass: true });
    }
  }
  return problems;
}
