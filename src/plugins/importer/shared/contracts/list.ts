/** One page of a list. Lists are paged on the server, however long they are. */
export interface ListPage<Item> {
  readonly items: readonly Item[];
  /** Of the whole list. */
  readonly total: number;
  /** Counted from 1. */
  readonly page: number;
  readonly pageSize: number;
}

/** A text that a list is filtered by has at most so many characters. */
export const LONGEST_FILTER = 200;

/** Which page of a list is asked for, counted from 1. */
export interface PageQuery {
  readonly page?: number | string | undefined;
  readonly pageSize?: number | string | undefined;
}

/** Which page was asked for, once that has been checked. */
export type PageAsked = Pick<ListPage<unknown>, 'page' | 'pageSize'>;

/** Every answer of the importer is in here; one that is refused has Strapi's error shape instead. */
export interface Answer<Data> {
  readonly data: Data;
}
