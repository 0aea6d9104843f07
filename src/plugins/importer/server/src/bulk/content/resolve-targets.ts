import type { Status } from '../documents';
import { DOCUMENT_COLUMN, LOCALE_COLUMN, type LinkField, PUBLISHED_COLUMN } from '../model/model';
import type { Problem } from '../refusal';
import type { Session } from '../session';
import type { Entry, Target } from './content';
import { walkContent } from './walk-content';

interface Found {
  readonly target: Target;
  /** The id of the published version in the same locale. */
  readonly published: number | undefined;
}

/** Knows which rows the relations of some entries lead to. */
export interface Targets {
  /** Ids of the rows: none when the document has no row for the entry's status, two for both versions of a document. */
  idsOf(field: LinkField, target: Target, source: Entry): number[];
  /** What is known of a row of a content type, if its document was looked up. */
  find(uid: string, id: number): Found | undefined;
}

/** A row that a relation may lead to. Locale and status are null where its content type has none. */
interface Version {
  readonly id: number;
  readonly locale: string | null;
  readonly status: Status | null;
}

/** As in @strapi/core, document-service/transform/relations/utils/dp. */
function statusesOf({ models, type }: Session, field: LinkField, source: Entry): (Status | null)[] {
  if (!models.contentType(field.target).draftAndPublish) return [null];
  return type.draftAndPublish ? [source.status] : ['draft', 'published'];
}

/** As in @strapi/core, document-service/transform/relations/utils/i18n. */
function localeOf({ models, type, defaultLocale }: Session, field: LinkField, target: Target, source: Entry): string | null {
  if (!models.contentType(field.target).localized) return null;
  return type.localized ? source.locale : (target.locale ?? defaultLocale);
}

function indexVersions(documents: ReadonlyMap<string, readonly Version[]>): Map<number, Found> {
  const found = new Map<number, Found>();
  for (const [documentId, versions] of documents) {
    for (const { id, locale } of versions) {
      const published = versions.find((version) => version.locale === locale && version.status === 'published')?.id;
      found.set(id, { target: { documentId, locale }, published });
    }
  }
  return found;
}

/** Looks up all targets of all relations, one query for each content type that is pointed to. */
export async function resolveTargets(session: Session, entries: readonly Entry[]): Promise<Targets> {
  const { models, tables } = session;
  const wanted = new Map<string, Set<string>>();
  for (const { content } of entries) {
    walkContent(models, content, {
      link: ({ target: uid }, { documentId }) => void wanted.set(uid, (wanted.get(uid) ?? new Set()).add(documentId)),
    });
  }

  const versions = new Map<string, Map<string, Version[]>>();
  for (const [uid, documentIds] of wanted) {
    const { table, draftAndPublish, localized } = models.contentType(uid);
    const columns = ['id', DOCUMENT_COLUMN, LOCALE_COLUMN, PUBLISHED_COLUMN];
    const ofType = new Map([...documentIds].map((documentId): [string, Version[]] => [documentId, []]));
    for (const row of await tables.select(table, columns, { [DOCUMENT_COLUMN]: [...documentIds] })) {
      const status = row[PUBLISHED_COLUMN] === null ? 'draft' : 'published';
      const locale = localized ? String(row[LOCALE_COLUMN]) : null;
      ofType.get(String(row[DOCUMENT_COLUMN]))?.push({ id: Number(row['id']), locale, status: draftAndPublish ? status : null });
    }
    versions.set(uid, ofType);
  }

  const byId = new Map<string, Map<number, Found>>();

  return {
    find: (uid, id) => {
      const found = byId.get(uid) ?? indexVersions(versions.get(uid) ?? new Map());
      byId.set(uid, found);
      return found.get(id);
    },

    idsOf(field, target, source) {
      const ofDocument = versions.get(field.target)?.get(target.documentId) ?? [];
      const locale = localeOf(session, field, target, source);
      return statusesOf(session, field, source).flatMap(
        (status) => ofDocument.find((version) => version.locale === locale && version.status === status)?.id ?? [],
      );
    },
  };
}

/** Tells of relations and files that lead nowhere. A published entry may lose a relation to what is not published. */
export async function findMissingTargets(session: Session, entries: readonly Entry[], targets: Targets): Promise<Problem[]> {
  const { models, tables, type } = session;
  const problems: Problem[] = [];
  const files: { readonly id: number; readonly document: number; readonly field: string }[] = [];

  for (const entry of entries) {
    const report = (field: string, message: string) => problems.push({ document: entry.index, field, message });
    walkContent(models, entry.content, {
      file: (id, field) => files.push({ id, document: entry.index, field }),
      link: (field, target, path) => {
        const { localized } = models.contentType(field.target);
        const named = `the document ${target.documentId} of ${field.target}`;
        const strict = !type.draftAndPublish || entry.status === 'draft';
        if (target.locale !== null && !localized && strict) report(path, `${named} has no locales`);
        else if (target.locale !== null && type.localized && target.locale !== entry.locale)
          report(path, `${named} is linked in the locale of its source only`);
        else if (strict && targets.idsOf(field, target, entry).length === 0)
          problems.push({ document: entry.index, field: path, message: `there is no such version of ${named}`, mayPass: true });
      },
    });
  }

  const standing = await tables.select(models.fileTable, ['id'], { id: [...new Set(files.map(({ id }) => id))] });
  const known = new Set(standing.map(({ id }) => Number(id)));
  const missing = files.filter(({ id }) => !known.has(id));
  return [...problems, ...missing.map(({ id, document, field }) => ({ document, field, message: `there is no file ${id}` }))];
}
