import { Pagination } from '@strapi/strapi/admin';
import { styled } from 'styled-components';
import type { ListPage } from '../../../shared/contracts/list';

/** On narrow screens the pages stand below the page size. */
const Wrapping = styled.div`
  > div {
    flex-wrap: wrap;
    gap: ${({ theme }) => theme.spaces[3]};
  }
`;

/** Leads through the pages of a list: `page` and `pageSize` stand in the address, see `usePaging`. */
export function Pager({ list }: { readonly list: Pick<ListPage<unknown>, 'total' | 'pageSize'> }) {
  return (
    <Wrapping>
      <Pagination.Root pageCount={Math.ceil(list.total / list.pageSize)} total={list.total} defaultPageSize={list.pageSize}>
        <Pagination.PageSize />
        <Pagination.Links />
      </Pagination.Root>
    </Wrapping>
  );
}
