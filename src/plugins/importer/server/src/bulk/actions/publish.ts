import type { Entry } from '../content/content';
import type { DocumentPlace } from '../documents';
import { type Problem, refuseIfAny } from '../refusal';
import { findRows, placeKey, readEntries, toPublished } from '../rows/read-entries';
import { openPairs } from '../rows/pairs/open-pairs';
import { toPublishStep } from '../rows/pairs/pair-steps';
import { replacePublished } from '../rows/replace-published';
import { shareFields } from '../rows/share-fields';
import type { Session } from '../session';
import { findObstacles, findRepeated, localeOf, prepareRows } from './prepare';

/** @see BulkWriter.publish */
export async function publishDocuments(session: Session, places: readonly DocumentPlace[]): Promise<void> {
  const { type, now } = session;
  const problems: Problem[] = [];
  if (!type.draftAndPublish) problems.push({ document: null, field: null, message: 'the content type has no draft & publish' });
  const wanted = places.map((place, index) => ({ documentId: place.documentId, locale: localeOf(session, place, index, problems) }));
  refuseIfAny(type.uid, [...problems, ...findRepeated(session, wanted), ...findObstacles(session)]);

  const rows = await findRows(
    session,
    wanted.map(({ documentId }) => documentId),
  );
  const drafts = new Map(rows.filter(({ status }) => status === 'draft').map((row) => [placeKey(row), row.id]));
  const ids = wanted.flatMap((place, document) => {
    const id = drafts.get(placeKey(place));
    if (id === undefined) problems.push({ document, field: null, message: `there is no draft of ${place.documentId}` });
    return id ?? [];
  });
  refuseIfAny(type.uid, problems);

  const read = await readEntries(session, ids);
  const entries = read.map((draft, index): Entry => ({ ...toPublished(draft, now), index }));
  const { rows: published, targets } = await prepareRows(session, { entries, how: 'whole', toRows: (valid) => [...valid] }, problems);
  refuseIfAny(type.uid, problems);
  const pairs = await openPairs(session, rows, [{ rows: published, targets }]);
  const replaced = await replacePublished(session, published, targets, rows);
  await pairs.write(() => replaced.map((replacement, index) => toPublishStep(published[index] as Entry, replacement, targets)));
  await shareFields(session, wanted, 'published');
}
