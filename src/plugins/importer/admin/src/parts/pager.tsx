import { Box } from '@strapi/design-system';
import { Pagination } from '@strapi/strapi/admin';
import type { ListPage } from '../../../shared/contracts/list';

/** Leads through the pages of a list: `page` and `pageSize` stand in the address, see `usePaging`. */
export function Pager({ list }: { readonly list: Pick<ListPage<unknown>, 'total' | 'pageSize'> }) {
  return (
    <Box overflow="auto">
      <Pagination.Root pageCount={Math.ceil(list.total / list.pageSize)} total={list.total} defaultPageSize={list.pageSize}>
        <Pagination.PageSize />
        <Pagination.Links />
      </Pagination.Root>
    </Box>
  );
}
