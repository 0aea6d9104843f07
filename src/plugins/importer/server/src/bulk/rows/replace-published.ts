import type { Entry } from '../content/content';
import type { Targets } from '../content/resolve-targets';
import type { Session } from '../session';
import { keepIncomingLinks, type Replacement } from './incoming-links';
import { placeKey, type StandingRow } from './read-entries';
import { removeEntries } from './remove-entries';
import { insertEntries } from './write-entries';

/**
 * Publishes drafts: deletes the old published rows and inserts others, as the Document Service does.
 *
 * @param rows all rows of the documents, their drafts among them.
 * @returns what each entry has replaced, in their order.
 */
export async function replacePublished(
  session: Session,
  entries: readonly Entry[],
  targets: Targets,
  rows: readonly StandingRow[],
): Promise<Replacement[]> {
  const drafts = new Map(rows.filter(({ status }) => status === 'draft').map((row) => [placeKey(row), row.id]));
  const published = new Map(rows.filter(({ status }) => status === 'published').map((row) => [placeKey(row), row.id]));
  let ids: number[] = [];
  const replacements = entries.map((entry, index): Replacement => {
    const draft = drafts.get(placeKey(entry));
    if (draft === undefined) throw new Error(`${session.type.uid}: ${entry.documentId} has no draft`);
    return { draft, oldPublished: published.get(placeKey(entry)), newPublished: () => Number(ids[index]) };
  });

  const incoming = await keepIncomingLinks(session, replacements);
  await removeEntries(
    session,
    replacements.flatMap(({ oldPublished }) => oldPublished ?? []),
  );
  ids = await insertEntries(session, entries, targets);
  await incoming.restore();
  return replacements;
}
