import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

const PAGE_SIZE = '20';

export interface Paging<Filter extends string = never> {
  /** Which page, and the filters that are set, for a list's request. */
  readonly query: Readonly<Partial<Record<Filter, string>>> & { readonly page: string; readonly pageSize: string };
  readonly filter: (name: string) => string;
  /** Sets filters, or clears them with an empty text, and goes to the first page. */
  readonly setFilters: (values: Readonly<Record<string, string>>) => void;
}

/** Keeps a list's page and filters in the address, so that a reload, a link and the way back show the same. */
export function usePaging<Filter extends string = never>(filters: readonly Filter[] = []): Paging<Filter> {
  const [params, setParams] = useSearchParams();
  const set: Partial<Record<Filter, string>> = {};
  for (const name of filters) {
    const value = params.get(name);
    if (value) set[name] = value;
  }
  const setFilters = useCallback(
    (values: Readonly<Record<string, string>>) => {
      setParams(
        (last) => {
          const next = new URLSearchParams(last);
          next.delete('page');
          for (const [name, value] of Object.entries(values)) {
            if (value === '') next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace: true },
      );
    },
    [setParams],
  );
  const query = { ...set, page: params.get('page') ?? '1', pageSize: params.get('pageSize') ?? PAGE_SIZE };
  return { query, filter: (name) => params.get(name) ?? '', setFilters };
}
