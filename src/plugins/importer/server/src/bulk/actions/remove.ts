import type { DocumentPlace, Status } from '../documents';
import { POLYMORPHIC } from '../model/describe-model';
import { type Problem, refuseIfAny } from '../refusal';
import { findRows, placeKey } from '../rows/read-entries';
import { removeEntries } from '../rows/remove-entries';
import type { Session } from '../session';
import { localeOf } from './prepare';

/** Deletes the rows of some places, of one status or of both. */
async function removeRows(session: Session, places: readonly DocumentPlace[], status: Status | undefined): Promise<void> {
  const { type } = session;
  const problems: Problem[] = [...type.unsupported]
    .filter(([, reason]) => reason === POLYMORPHIC)
    .map(([field, message]) => ({ document: null, field, message }));
  const everywhere = new Set(places.filter(({ locale }) => locale === '*').map(({ documentId }) => documentId));
  if (everywhere.size > 0 && !type.localized) problems.push({ document: null, field: null, message: `${type.uid} has no locales` });
  const wanted = new Set(
    places.flatMap((place, index) =>
      place.locale === '*' ? [] : placeKey({ documentId: place.documentId, locale: localeOf(session, place, index, problems) }),
    ),
  );
  refuseIfAny(type.uid, problems);

  const rows = await findRows(
    session,
    places.map(({ documentId }) => documentId),
    status,
  );
  const removed = rows.filter((row) => everywhere.has(row.documentId) || wanted.has(placeKey(row)));
  await removeEntries(
    session,
    removed.map(({ id }) => id),
  );
}

/** @see BulkWriter.unpublish */
export async function unpublishDocuments(session: Session, places: readonly DocumentPlace[]): Promise<void> {
  const { type } = session;
  if (!type.draftAndPublish) refuseIfAny(type.uid, [{ document: null, field: null, message: 'the content type has no draft & publish' }]);
  await removeRows(session, places, 'published');
}

/** @see BulkWriter.delete */
export async function deleteDocuments(session: Session, places: readonly DocumentPlace[]): Promise<void> {
  await removeRows(session, places, undefined);
}
