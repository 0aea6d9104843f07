import type { Core } from '@strapi/strapi';
import { openTables } from '../bulk/rows/open-tables';
import type { Transaction } from '../bulk/rows/tables';
import { sizeInSql } from '../database/by-size';
import { asReader } from '../database/sqlite-writers';
import { textOfNode } from '../import/blocks';
import { fingerprint } from '../import/plan/fingerprint';
import { articleKey, type CurrentArticle, type LedgerItem } from '../import/plan/ledger';
import { type ArticleRow, createArticleRows, type NamedDocument, SCALARS } from './article-rows';
import type { ArticleType, ContentModel } from './content-model';

const DATES: readonly string[] = ['datePublished', 'dateModified'];

/** An article's values as the database gives them, relations by what they lead to. */
export type Values = Readonly<Record<string, unknown>>;

/** An article as it stands, with all that it says. */
export interface WholeArticle extends CurrentArticle {
  readonly draft: Values;
}

/** A row of an article: a draft, or a published version. */
interface Version {
  readonly key: string;
  /** In milliseconds, as text. */
  readonly updatedAt: string;
  readonly isDraft: boolean;
}

/** Articles are too long to be in memory together: whoever asked asks for fewer. */
class TooMuchError extends Error {}

/** So many bytes of text an import reads together: it looks at a page's own article, at that of the same path elsewhere, and at that of the same story. */
export const READ_TOGETHER = 8_000_000;
const ALWAYS_READ = 3;

/** Articles as an import finds them. */
export interface Articles {
  /** The articles of some items, by `articleKey`: those that are as the import left them at the price of a glance. */
  current(items: readonly LedgerItem[], most?: number): Promise<Map<string, CurrentArticle>>;
  /**
   * Articles with all that they say, by `articleKey`.
   *
   * @param most bytes of text. @throws TooMuchError where there are more, and of more than three articles.
   */
  read(documentIds: readonly string[], most?: number): Promise<Map<string, WholeArticle>>;
  /** Makes others wait who want to change some articles, until the transaction ends. */
  lock(documentIds: readonly string[], transaction: Transaction): Promise<void>;
}

const instant = (value: unknown) => (typeof value === 'string' || value instanceof Date ? new Date(value).toISOString() : null);

/** Whether a field holds nothing. */
export const isEmpty = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

function valuesOf(row: ArticleRow): Values {
  const scalars = SCALARS.map((name) => [name, DATES.includes(name) ? instant(row[name]) : row[name]] as const);
  const idsOf = (named: readonly NamedDocument[]) => named.map(({ documentId }) => documentId).sort();
  const relations = { category: row.category?.documentId ?? null, tags: idsOf(row.tags), authors: idsOf(row.authors) };
  return { ...Object.fromEntries(scalars), ...relations, cover: row.cover?.id ?? null };
}

const printsOf = (values: Values): Record<string, string> =>
  Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (isEmpty(value) ? [] : [[name, fingerprint(value)]])));

const namesOf = (named: readonly NamedDocument[]) => named.map(({ name }) => name).join(', ') || null;

const orNull = (value: unknown) => (typeof value === 'string' ? value : null);

function shownOf(row: ArticleRow): NonNullable<CurrentArticle['shown']> {
  const body = Array.isArray(row.body) ? row.body.map(textOfNode).join('\n\n') : null;
  return {
    title: orNull(row.title),
    lead: orNull(row.lead),
    body,
    datePublished: instant(row.datePublished),
    dateModified: instant(row.dateModified),
    byline: orNull(row.byline),
    originalUrl: orNull(row.originalUrl),
    category: row.category?.name ?? null,
    ...{ tags: namesOf(row.tags), authors: namesOf(row.authors) },
  };
}

/** How an article stands that nobody has touched since an import wrote it. */
const asLeft = ({ targetId: documentId, targetLocale: locale, written, published }: LedgerItem): CurrentArticle => ({
  ...{ documentId, locale, fields: written, shown: null },
  publishedFields: published ? written : null,
});

function isAsLeft({ standing, published }: LedgerItem, versions: readonly Version[]): boolean {
  const isSame = versions.every(({ updatedAt }) => updatedAt === standing);
  return isSame && versions.length === (published ? 2 : 1) && versions.some(({ isDraft }) => isDraft);
}

/** The versions that a row is. Where there are no drafts, editors and readers see the same row. */
const versionsOfRow = ({ draftAndPublish }: ArticleType, version: Version): Version[] =>
  draftAndPublish ? [version] : [true, false].map((isDraft) => ({ ...version, isDraft }));

export function createArticles(strapi: Core.Strapi, content: ContentModel): Articles {
  const { article } = content;
  const articleRows = createArticleRows(strapi, content);
  const { tableName, attributes } = strapi.db.metadata.get(article.uid);
  const columnOf = (name: string) => {
    const attribute = attributes[name];
    return attribute !== undefined && 'columnName' in attribute ? (attribute.columnName ?? name) : name;
  };
  const [documentColumn, ...others] = ['documentId', 'locale', 'updatedAt', 'publishedAt'].map(columnOf) as [string, ...string[]];

  /** Straight from the table: Strapi's query builder takes as long for it as the rest of what is asked about a page. */
  const versionsOf = async (documentIds: readonly string[]): Promise<Version[]> => {
    const select = async ({ trx }: { readonly trx: Transaction }) =>
      (await openTables(strapi, trx)).select(tableName, [documentColumn, ...others], { [documentColumn]: documentIds });
    const rows = await asReader(() => strapi.db.transaction(select));
    const [localeColumn = '', updatedColumn = '', publishedColumn = ''] = others;
    return rows.flatMap((row) =>
      versionsOfRow(article, {
        key: articleKey(String(row[documentColumn]), article.localeOf(row[localeColumn])),
        updatedAt: String(new Date(row[updatedColumn] as string | number | Date).getTime()),
        isDraft: row[publishedColumn] === null,
      }),
    );
  };

  const checkRoom = async (documentIds: readonly string[], most: number) => {
    if (documentIds.length <= ALWAYS_READ || most === Infinity) return;
    const size = strapi.db.connection.raw<never>(`sum(${sizeInSql(strapi.db.dialect.client, columnOf(article.fields.body))}) as size`);
    const select = ({ trx }: { readonly trx: Transaction }) =>
      strapi.db
        .connection(tableName)
        .transacting(trx)
        .whereIn(documentColumn, [...documentIds])
        .select<{ size: unknown }[]>(size);
    const [found] = await strapi.db.transaction(select);
    if (Number(found?.size) > most) throw new TooMuchError(`${documentIds.length} articles are too long to be read together`);
  };

  const read: Articles['read'] = async (documentIds, most = Infinity) => {
    await checkRoom(documentIds, most);
    const found = documentIds.length === 0 ? [] : await articleRows.find({ documentId: { $in: documentIds } });
    const keyOf = ({ documentId, locale }: ArticleRow) => articleKey(documentId, locale);
    const published = new Map(found.filter(({ isPublished }) => isPublished).map((row) => [keyOf(row), printsOf(valuesOf(row))]));
    const drafts = found.filter(({ isDraft }) => isDraft);
    return new Map(
      drafts.map((row) => {
        const { documentId, locale } = row;
        const draft = valuesOf(row);
        const versions = { fields: printsOf(draft), publishedFields: published.get(keyOf(row)) ?? null };
        return [keyOf(row), { documentId, locale, draft, ...versions, shown: shownOf(row) }];
      }),
    );
  };

  return {
    read,

    async current(items, most) {
      const targets = [...new Set(items.map(({ targetId }) => targetId).filter((id) => id !== ''))];
      if (targets.length === 0) return new Map();
      const versions = new Map<string, Version[]>();
      for (const version of await versionsOf(targets)) {
        const alike = versions.get(version.key);
        if (alike === undefined) versions.set(version.key, [version]);
        else alike.push(version);
      }
      const current = new Map<string, CurrentArticle>();
      const touched = new Set<string>();
      for (const item of items) {
        const key = articleKey(item.targetId, item.targetLocale);
        const standing = versions.get(key);
        if (standing === undefined || current.has(key)) continue;
        if (isAsLeft(item, standing)) current.set(key, asLeft(item));
        else touched.add(item.targetId);
      }
      for (const [key, article] of await read([...touched], most)) if (!current.has(key)) current.set(key, article);
      return current;
    },

    async lock(documentIds, transaction) {
      // In SQLite the transaction has the whole database to itself.
      if (strapi.db.dialect.client !== 'postgres') return;
      await strapi.db
        .connection(tableName)
        .transacting(transaction)
        .whereIn('document_id', [...documentIds])
        .orderBy('id')
        .select('id')
        .forUpdate();
    },
  };
}
