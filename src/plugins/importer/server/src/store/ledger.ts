import type { Core } from '@strapi/strapi';
import { createRowWriter, type RowWriter } from '../bulk/row-writer';
import type { Transaction } from '../bulk/rows/tables';
import { pageKey } from '../import/plan/fingerprint';
import { IMPORTER_VERSION } from '../import/plan/importer-version';
import type { LedgerItem, RememberedPage } from '../import/plan/ledger';
import { newDocumentId } from './document-id';
import { ITEM } from './uids';

const FIELDS = [
  ...[
    'id',
    'page',
    'pathBelow',
    'address',
    'targetId',
    'targetLocale',
    'storyKey',
    'contentHash',
    'pageHash',
    'reading',
    'written',
    'published',
  ],
  ...['standing', 'status', 'problems', 'sketch', 'run', 'importerVersion', 'path', 'title', 'conflicts', 'conflictsIn'],
] as const;

/** They are asked for of every page, and most of a run's pages may be as they were. */
const REMEMBERED = [
  'id',
  'page',
  'address',
  'targetId',
  'storyKey',
  'pageHash',
  'reading',
  'status',
  'problems',
  'run',
  'importerVersion',
] as const;

/** What a run tells the ledger of a page; the version of the importer goes with it. */
export type NewItem = Omit<LedgerItem, 'id' | 'importerVersion'>;

/** What of an article the ledger keeps: how an import left it. */
export type LeftArticle = Pick<LedgerItem, 'targetId' | 'targetLocale' | 'written' | 'standing' | 'published'>;

/** Which page became which document. A page that has told several stories in its time has an item for each. */
export interface Ledger {
  ofPages(pages: readonly string[]): Promise<LedgerItem[]>;
  /** The same items, without most of what they hold. */
  rememberedOf(pages: readonly string[]): Promise<RememberedPage[]>;
  /** By keys of paths below what pages are wrapped in: of each the newest that became a document, and the newest that became none. */
  ofPaths(keys: readonly string[]): Promise<LedgerItem[]>;
  /** By keys of addresses that documents declare: of each its newest item. Of one that several articles have, which tells nothing, none. */
  ofAddresses(keys: readonly string[]): Promise<LedgerItem[]>;
  ofStories(storyKeys: readonly string[]): Promise<LedgerItem[]>;
  ofTargets(documentIds: readonly string[]): Promise<LedgerItem[]>;
  /** Writes items, each in place of the one that its page and its document had. */
  record(items: readonly NewItem[]): Promise<void>;
  /** Puts items back as they were. */
  restore(items: readonly LedgerItem[]): Promise<void>;
  /** Tells the items of other pages of some articles how these were left. */
  leave(articles: readonly LeftArticle[]): Promise<void>;
  /** Notes on items which conflicts wait for a person; none settles those that did. */
  ask(items: readonly Asked[]): Promise<void>;
  /** Forgets the conflicts that a run told of. */
  forgetConflicts(run: number): Promise<void>;
  remove(ids: readonly number[]): Promise<void>;
}

/** Conflicts of the item with an id, with what people know its page by. */
export interface Asked extends Pick<LedgerItem, 'conflicts' | 'conflictsIn'> {
  readonly id: number;
  readonly path?: string;
  readonly title?: string | null;
}

type InOrder = Pick<LedgerItem, 'id' | 'run' | 'problems'>;

/** Where there is nothing to list, nothing is stored. */
type RowOf<Item extends InOrder> = Omit<Item, 'problems'> & { readonly problems: Item['problems'] | null };

/** One item for each page: of several the last that became a document, or else the last. */
export function lastOfEach<Item extends Pick<LedgerItem, 'targetId'>>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): Map<string, Item> {
  const last = new Map<string, Item>();
  for (const item of items) {
    const other = last.get(keyOf(item));
    const isBetter = other === undefined || (item.targetId === '') === (other.targetId === '') ? true : item.targetId !== '';
    if (isBetter) last.set(keyOf(item), item);
  }
  return last;
}

export function createLedger(strapi: Core.Strapi): Ledger {
  const rows: RowWriter = createRowWriter(strapi, ITEM);

  const findFields = async <Item extends InOrder>(attribute: string, values: readonly (string | number)[], fields: readonly string[]) => {
    if (values.length === 0) return [];
    const found = (await rows.find(attribute, [...new Set(values)], fields)) as unknown as RowOf<Item>[];
    const items = found.map((item) => ({ ...item, problems: item.problems ?? [] })) as unknown as Item[];
    return items.sort((a, b) => a.run - b.run || a.id - b.id);
  };
  const find = (attribute: string, values: readonly (string | number)[]) => findFields<LedgerItem>(attribute, values, FIELDS);

  /** Any number of folders may hold pages with the same paths. */
  const newestOfPaths = async (keys: readonly string[]): Promise<number[]> => {
    if (keys.length === 0) return [];
    const { connection, metadata } = strapi.db;
    const ranked = connection(metadata.get(ITEM).tableName)
      .whereIn('path_below', [...keys])
      .select('id', connection.raw("row_number() over (partition by path_below, target_id = '' order by run desc, id desc) as place"));
    const select = ({ trx }: { readonly trx: Transaction }) =>
      connection(ranked.as('ranked')).transacting(trx).where('place', 1).pluck('id');
    return (await strapi.db.transaction(select)) as number[];
  };

  /** A template may declare one address on all pages of a site. */
  const newestOfAddresses = async (keys: readonly string[]): Promise<number[]> => {
    if (keys.length === 0) return [];
    const { connection, metadata } = strapi.db;
    const select = ({ trx }: { readonly trx: Transaction }) =>
      connection(metadata.get(ITEM).tableName)
        .transacting(trx)
        .whereIn('address', [...new Set(keys)])
        .whereNot('target_id', '')
        .groupBy('address')
        .havingRaw('count(distinct target_id) = 1')
        .select<{ id: number | string }[]>(connection.raw('max(id) as id'));
    return (await strapi.db.transaction(select)).map(({ id }) => Number(id));
  };

  /** The row of an item. It is known by its key, and not by the id that it may have had. */
  const rowOf = (item: NewItem, importerVersion: number) => ({
    documentId: newDocumentId(),
    pageKey: pageKey(item.page),
    ...item,
    id: undefined,
    importerVersion,
    problems: item.problems.length > 0 ? item.problems : null,
  });
  const write = (data: readonly ReturnType<typeof rowOf>[]) =>
    data.length === 0 ? Promise.resolve() : rows.upsert(data, ['pageKey', 'targetId', 'targetLocale']);

  return {
    ofPages: (pages) => find('pageKey', pages.map(pageKey)),
    rememberedOf: (pages) => findFields<RememberedPage & InOrder>('pageKey', pages.map(pageKey), REMEMBERED),
    ofPaths: async (keys) => find('id', await newestOfPaths(keys)),
    ofAddresses: async (keys) => find('id', await newestOfAddresses(keys)),
    ofStories: (storyKeys) => find('storyKey', storyKeys),
    ofTargets: (documentIds) => find('targetId', documentIds),
    record: (items) => write(items.map((item) => rowOf(item, IMPORTER_VERSION))),
    restore: (items) => write(items.map((item) => rowOf(item, item.importerVersion))),

    async leave(articles) {
      const left = new Map(articles.map((article) => [`${article.targetId}/${article.targetLocale}`, article]));
      const items = await find(
        'targetId',
        [...left.values()].map(({ targetId }) => targetId),
      );
      const changed = items.flatMap(({ id, targetId, targetLocale }) => {
        const article = left.get(`${targetId}/${targetLocale}`);
        return article === undefined ? [] : [{ id, written: article.written, standing: article.standing, published: article.published }];
      });
      if (changed.length > 0) await rows.update(changed);
    },

    async ask(items) {
      if (items.length > 0) await rows.update(items.map((item) => ({ ...item })));
    },

    async forgetConflicts(run) {
      const found = await rows.find('conflictsIn', [run], ['id']);
      await rows.update(found.map(({ id }) => ({ id: Number(id), conflicts: null, conflictsIn: null })));
    },

    async remove(ids) {
      if (ids.length > 0) await rows.deleteBy('id', ids);
    },
  };
}
