import type { Content, Entry, StandingEntry } from '../content/content';
import { createContentParser } from '../content/parse-content';
import type { DocumentChange } from '../documents';
import { type Problem, refuseIfAny } from '../refusal';
import { findRows, type Place, placeKey, readEntries, type StandingRow, toPublished } from '../rows/read-entries';
import { openPairs } from '../rows/pairs/open-pairs';
import { type PairStep, toPublishStep } from '../rows/pairs/pair-steps';
import { replacePublished } from '../rows/replace-published';
import { shareFields } from '../rows/share-fields';
import { changeEntries, insertEntries } from '../rows/write-entries';
import type { Session } from '../session';
import { fillSharedFields } from './fill-shared-fields';
import { findObstacles, findRepeated, localeOf, prepareRows } from './prepare';

/** A content with some fields replaced. */
function merge(content: Content, change: Content): Content {
  const over = <Value>(below: Readonly<Record<string, Value>>, above: Readonly<Record<string, Value>>) => ({ ...below, ...above });
  return {
    uid: content.uid,
    scalars: over(content.scalars, change.scalars),
    references: over(content.references, change.references),
    links: over(content.links, change.links),
    media: over(content.media, change.media),
    components: over(content.components, change.components),
  };
}

/** A change as an entry: its content names the changed fields only. */
function readChange(session: Session, change: DocumentChange, index: number, problems: Problem[]): Entry {
  const { type, now } = session;
  const report = (field: string, message: string) => problems.push({ document: index, field, message });
  const content = createContentParser(session)(type, change.data, report);
  if (content.scalars['createdAt'] !== undefined) report('createdAt', 'does not change');
  return {
    index,
    documentId: change.documentId,
    locale: localeOf(session, change, index, problems),
    status: type.draftAndPublish ? 'draft' : 'published',
    createdAt: now,
    updatedAt: now,
    publishedAt: type.draftAndPublish ? null : now,
    content,
  };
}

/** Sorts changes into those of standing rows and those that add a locale to a document. */
function sortChanges({ type }: Session, entries: readonly Entry[], rows: readonly StandingRow[], problems: Problem[]) {
  const documents = new Set(rows.map(({ documentId }) => documentId));
  const status = type.draftAndPublish ? 'draft' : 'published';
  const ids = new Map(rows.filter((row) => row.status === status).map((row) => [placeKey(row), row.id]));
  const standing: StandingEntry[] = [];
  const added: Entry[] = [];
  for (const entry of entries) {
    const id = ids.get(placeKey(entry));
    if (id !== undefined) standing.push({ ...entry, id });
    else if (documents.has(entry.documentId)) added.push(entry);
    else problems.push({ document: entry.index, field: null, message: `there is no document ${entry.documentId}` });
  }
  return { standing, added };
}

/** @see BulkWriter.update */
export async function updateDocuments(session: Session, changes: readonly DocumentChange[]): Promise<void> {
  const { type, now } = session;
  const problems: Problem[] = [];
  const entries = changes.map((change, index) => readChange(session, change, index, problems));
  const isPublished = ({ index }: { readonly index: number }) => changes[index]?.status === 'published';
  problems.push(...findRepeated(session, entries), ...(entries.some(isPublished) ? findObstacles(session) : []));
  refuseIfAny(type.uid, problems);

  const rows = await findRows(
    session,
    entries.map(({ documentId }) => documentId),
  );
  const { standing, added } = sortChanges(session, entries, rows, problems);
  refuseIfAny(type.uid, problems);

  const asStanding = (valid: readonly StandingEntry[]) => [...valid];
  const changed = await prepareRows(session, { entries: standing, how: 'partly', toRows: asStanding }, problems);

  // What is to be published is the standing draft with its changes, and it is read as strictly as Strapi reads it.
  const published = standing.filter(isPublished);
  const drafts = new Map(
    (
      await readEntries(
        session,
        published.map(({ id }) => id),
      )
    ).map((draft) => [draft.id, draft]),
  );
  const wholes = published.flatMap(({ id, index, content }): Entry[] => {
    const draft = drafts.get(id);
    return draft === undefined ? [] : [{ ...toPublished(draft, now), index, updatedAt: now, content: merge(draft.content, content) }];
  });
  const filled = await fillSharedFields(session, added);
  const toNewRows = (valid: readonly Entry[]) =>
    valid.map((entry): Entry => ({ ...entry, status: type.draftAndPublish ? 'draft' : 'published' }));
  const strict = filled.map((entry): Entry => (isPublished(entry) ? { ...entry, status: 'published' } : entry));
  const created = await prepareRows(session, { entries: strict, how: 'whole', toRows: toNewRows }, problems);
  const publishedNew = created.rows.filter(isPublished).map((draft) => toPublished(draft, now));
  const toPublish = (valid: readonly Entry[]) => [...valid, ...publishedNew];
  const replaced = await prepareRows(session, { entries: wholes, how: 'whole', toRows: toPublish }, problems);
  refuseIfAny(type.uid, problems);

  const pairs = await openPairs(session, rows, [changed, created, replaced]);
  await changeEntries(session, changed.rows, changed.targets);
  const newIds = await insertEntries(session, created.rows, created.targets);
  const newRows = created.rows.map((entry, index): StandingEntry => ({ ...entry, id: Number(newIds[index]) }));
  const replacements = await replacePublished(session, replaced.rows, replaced.targets, [...rows, ...newRows]);
  await pairs.write(() => [
    ...changed.rows.map((entry): PairStep => ({ how: 'set', entry, id: entry.id, targets: changed.targets })),
    ...newRows.map((entry): PairStep => ({ how: 'attach', entry, id: entry.id, targets: created.targets })),
    ...replacements.map((replacement, index) => toPublishStep(replaced.rows[index] as Entry, replacement, replaced.targets)),
  ]);

  const written = (isWanted: (entry: Entry) => boolean): Place[] => entries.filter(isWanted);
  await shareFields(
    session,
    written((entry) => !isPublished(entry)),
    type.draftAndPublish ? 'draft' : 'published',
  );
  await shareFields(session, written(isPublished), 'published');
}
