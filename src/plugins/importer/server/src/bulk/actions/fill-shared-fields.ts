import type { Content, Entry } from '../content/content';
import { pickFields } from '../rows/share-fields';
import { readEntries } from '../rows/read-entries';
import type { Session } from '../session';

const isEmpty = (value: unknown) => value === undefined || value === null;

/** Shared fields that the content leaves empty, from another locale. An empty list is what null has become. */
function fill(content: Content, shared: Content): Content {
  const under = <Value>(own: Readonly<Record<string, Value>>, others: Readonly<Record<string, Value>>) => {
    const missing = Object.entries(others).filter(([name]) => isEmpty(own[name]) || (Array.isArray(own[name]) && own[name].length === 0));
    return { ...own, ...Object.fromEntries(missing) };
  };
  return {
    ...content,
    scalars: under(content.scalars, shared.scalars),
    media: under(content.media, shared.media),
    components: under(content.components, shared.components),
  };
}

/**
 * Fills the fields that locales share into new locales of standing documents, from a locale that stands. Which one is
 * asked is left to the order of the database, as the Document Service leaves it (`copyNonLocalizedFields`).
 */
export async function fillSharedFields(session: Session, entries: readonly Entry[]): Promise<Entry[]> {
  const { strapi, type } = session;
  if (type.shared.size === 0 || entries.length === 0) return [...entries];
  const documentIds = [...new Set(entries.map(({ documentId }) => documentId))];
  const where = { documentId: { $in: documentIds } };
  const rows = await strapi.db
    .queryBuilder(type.uid)
    .init({ select: ['id', 'documentId'], where, orderBy: { publishedAt: 'desc' } })
    .execute<{ id: number; documentId: string }[]>();
  const first = new Map([...rows].reverse().map(({ id, documentId }) => [documentId, id]));

  const isShared = (name: string) => type.shared.has(name);
  const read = await readEntries(session, [...first.values()], isShared);
  const contents = new Map(read.map(({ documentId, content }) => [documentId, pickFields(content, isShared)]));
  return entries.map((entry) => {
    const shared = contents.get(entry.documentId);
    return shared === undefined ? entry : { ...entry, content: fill(entry.content, shared) };
  });
}
