/** One page of a list. Lists are paged on the server, however long they are. */
export interface ListPage<Item> {
  readonly items: readonly Item[];
  /** Of the whole list. */
  readonly total: number;
  /** Counted from 1. */
  readonly page: number;
  readonly pageSize: number;
}

/** Every answer of the importer is in here; one that is refused has Strapi's error shape instead. */
export interface Answer<Data> {
  readonly data: Data;
}
