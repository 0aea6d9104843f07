import type { LinkField, Model } from '../model/model';
import type { Session } from '../session';
import type { Row } from './tables';

/** Links from other models to rows that are to be replaced. They would go with the rows. */
export interface IncomingLinks {
  /** Writes the links again, to the new rows. */
  restore(): Promise<void>;
}

/** One published row that is made anew out of its draft. */
export interface Replacement {
  readonly draft: number;
  readonly oldPublished: number | undefined;
  readonly newPublished: () => number;
}

/** Components that stand in an entry with draft & publish, however deep: its own publishing takes care of their links. */
async function versionedComponents(
  { models, tables }: Pick<Session, 'models' | 'tables'>,
  uid: string,
  ids: readonly number[],
): Promise<Set<number>> {
  const versioned = new Set<number>();
  for (const parentUid of models.uids) {
    const parent = models.get(parentUid);
    const field = parent.components.find(({ components }) => components.includes(uid));
    if (field === undefined) continue;
    const { table, entityColumn, componentColumn, typeColumn } = field;
    const rows = await tables.select(table, [entityColumn, componentColumn], { [componentColumn]: ids, [typeColumn]: [uid] });
    if (rows.length === 0) continue;

    const parents = rows.map((row) => Number(row[entityColumn]));
    const above = models.isContentType(parentUid)
      ? new Set(models.contentType(parentUid).draftAndPublish ? parents : [])
      : await versionedComponents({ models, tables }, parentUid, parents);
    for (const row of rows) {
      if (above.has(Number(row[entityColumn]))) versioned.add(Number(row[componentColumn]));
    }
  }
  return versioned;
}

/** Links of rows without versions to a draft, which are to lead to its new published version too. */
async function linksToFollow(session: Session, source: Model, { table, sourceColumn, targetColumn }: LinkField, drafts: readonly number[]) {
  const { models, tables } = session;
  if (models.isContentType(source.uid) && models.contentType(source.uid).draftAndPublish) return [];
  const rows = await tables.select(table, ['*'], { [targetColumn]: drafts });
  if (models.isContentType(source.uid) || rows.length === 0) return rows;
  const sources = [...new Set(rows.map((row) => Number(row[sourceColumn])))];
  const versioned = await versionedComponents(session, source.uid, sources);
  return rows.filter((row) => !versioned.has(Number(row[sourceColumn])));
}

/**
 * Reads the one-way links that lead to rows which are to be published anew, before the old rows go. What becomes of them
 * is what @strapi/core, document-service/utils/unidirectional-relations, makes of them.
 */
export async function keepIncomingLinks(session: Session, replacements: readonly Replacement[]): Promise<IncomingLinks> {
  const { models, tables, type } = session;
  const byDraft = new Map(replacements.map((replacement) => [replacement.draft, replacement]));
  const byOld = new Map(
    replacements.flatMap((replacement) => (replacement.oldPublished === undefined ? [] : [[replacement.oldPublished, replacement]])),
  );
  const kept: { readonly table: string; readonly rows: () => Row[] }[] = [];

  for (const source of models.uids.map((uid) => models.get(uid))) {
    for (const field of source.links.filter(({ target }) => target === type.uid)) {
      const { table, sourceColumn, targetColumn } = field;
      const toOld = await tables.select(table, ['*'], { [targetColumn]: [...byOld.keys()] });
      const linkKey = (row: Row, replacement: Replacement | undefined) => JSON.stringify([row[sourceColumn], replacement?.draft]);
      const standing = new Set(toOld.map((row) => linkKey(row, byOld.get(Number(row[targetColumn])))));
      const toDrafts = await linksToFollow(session, source, field, [...byDraft.keys()]);
      const added = toDrafts.filter((row) => !standing.has(linkKey(row, byDraft.get(Number(row[targetColumn])))));

      const moved = (row: Row, replacement: Replacement | undefined): Row => {
        const { id: _id, ...link } = row;
        return { ...link, [targetColumn]: replacement?.newPublished() };
      };
      kept.push({
        table,
        rows: () => [
          ...toOld.map((row) => moved(row, byOld.get(Number(row[targetColumn])))),
          ...added.map((row) => moved(row, byDraft.get(Number(row[targetColumn])))),
        ],
      });
    }
  }

  return {
    async restore() {
      for (const { table, rows } of kept) await tables.insert(table, rows());
    },
  };
}
