import type { Entry } from '../content/content';
import { type ContentParser, createContentParser } from '../content/parse-content';
import type { NewDocument } from '../documents';
import { type Problem, refuseIfAny } from '../refusal';
import { findRows, toPublished } from '../rows/read-entries';
import { openPairs } from '../rows/pairs/open-pairs';
import type { PairStep } from '../rows/pairs/pair-steps';
import { insertEntries } from '../rows/write-entries';
import type { Session } from '../session';
import { findRepeated, localeOf, OWN_LINKS, prepareRows } from './prepare';

/** A document as its strictest version will be: validation asks more of what is published. */
function readDocument(session: Session, parse: ContentParser, document: NewDocument, index: number, problems: Problem[]): Entry {
  const { type, now } = session;
  const content = parse(type, document.data, (field, message) => problems.push({ document: index, field, message }));
  const { createdAt, ...scalars } = content.scalars;
  return {
    index,
    documentId: document.documentId ?? type.newDocumentId(),
    locale: localeOf(session, document, index, problems),
    status: !type.draftAndPublish || document.status === 'published' ? 'published' : 'draft',
    createdAt: createdAt === undefined ? now : new Date(createdAt as string | Date),
    updatedAt: now,
    publishedAt: type.draftAndPublish ? null : now,
    content: { ...content, scalars },
  };
}

/** The rows of a document: one, or a draft and a published version. */
function versionsOf({ type, now }: Session, entry: Entry): Entry[] {
  if (!type.draftAndPublish) return [entry];
  const draft: Entry = { ...entry, status: 'draft' };
  return entry.status === 'published' ? [draft, toPublished(draft, now)] : [draft];
}

/** Publishing gives links within the content type other places than creating does: they can't be published here. */
function findOwnLinks({ type }: Session, entries: readonly Entry[]): Problem[] {
  const own = type.links.filter(({ target }) => target === type.uid);
  if (own.length === 0 || !type.draftAndPublish) return [];
  return entries
    .filter(({ status }) => status === 'published')
    .flatMap(({ index, content }) =>
      own
        .filter(({ name }) => (content.links[name] ?? []).length > 0)
        .map(({ name }) => ({ document: index, field: name, message: OWN_LINKS })),
    );
}

/** Tells of ids that callers have given, and that a document has already, or another of the batch. */
async function findGivenTwice(session: Session, documents: readonly NewDocument[]): Promise<Problem[]> {
  const given = documents.flatMap(({ documentId }, document) => (documentId === undefined ? [] : [{ documentId, document }]));
  if (given.length === 0) return [];
  const lookedFor = session.idsAreNew ? [] : given.map(({ documentId }) => documentId);
  const standing = new Set((await findRows(session, lookedFor)).map(({ documentId }) => documentId));
  const problems = given.flatMap(({ documentId, document }): Problem[] =>
    standing.has(documentId) ? [{ document, field: null, message: `${documentId} exists already` }] : [],
  );
  const places = given.map(({ documentId }) => ({ documentId, locale: null }));
  const repeated = findRepeated(session, places).map(({ document: place, ...problem }): Problem => {
    return { document: place === null ? null : (given[place]?.document ?? null), ...problem };
  });
  return [...problems, ...repeated];
}

/** @see BulkWriter.create */
export async function createDocuments(session: Session, documents: readonly NewDocument[]): Promise<string[]> {
  const { type } = session;
  const problems: Problem[] = [];
  const parse = createContentParser(session);
  const entries = documents.map((document, index) => readDocument(session, parse, document, index, problems));
  refuseIfAny(type.uid, [...problems, ...findOwnLinks(session, entries)]);

  problems.push(...(await findGivenTwice(session, documents)));
  const toRows = (valid: readonly Entry[]) => valid.flatMap((entry) => versionsOf(session, entry));
  const { rows, targets } = await prepareRows(session, { entries, how: 'whole', toRows }, problems);
  refuseIfAny(type.uid, problems);
  const pairs = await openPairs(session, [], [{ rows, targets }]);
  const ids = await insertEntries(session, rows, targets);
  await pairs.write(() =>
    rows.map((entry, index): PairStep => {
      const id = Number(ids[index]);
      if (!type.draftAndPublish || entry.status === 'draft') return { how: 'attach', entry, id, targets };
      return { how: 'publish', entry, id, targets, draft: Number(ids[index - 1]) };
    }),
  );
  return entries.map(({ documentId }) => documentId);
}
