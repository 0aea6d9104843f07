import { styled } from 'styled-components';

/** What a table stands in. It looks like Strapi's; below the medium width its rows become cards. */
export const TableBox = styled.div`
  overflow-x: auto;
  background: ${({ theme }) => theme.colors.neutral0};
  border-radius: ${({ theme }) => theme.borderRadius};
  box-shadow: ${({ theme }) => theme.shadows.tableShadow};
  font-size: 1.4rem;
  line-height: 1.43;
  color: ${({ theme }) => theme.colors.neutral800};

  &[aria-busy='true'] tbody {
    opacity: 0.6;
  }
  table {
    width: 100%;
  }
  caption,
  thead {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  tr {
    display: block;
    padding: ${({ theme }) => theme.spaces[4]};
    border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
  tbody tr:last-child {
    border-bottom: 0;
  }
  td {
    display: grid;
    grid-template-columns: 9rem 1fr;
    gap: ${({ theme }) => theme.spaces[2]};
    padding: ${({ theme }) => theme.spaces[1]} 0;
    overflow-wrap: anywhere;
  }
  td:first-child {
    display: block;
  }
  td:not(:first-child)::before {
    content: attr(data-label);
    font-size: 1.2rem;
    color: ${({ theme }) => theme.colors.neutral600};
  }
  td:empty {
    display: none;
  }

  ${({ theme }) => theme.breakpoints.medium} {
    thead {
      position: static;
      display: table-header-group;
      clip-path: none;
    }
    tr {
      display: table-row;
    }
    th,
    td,
    td:first-child,
    td:empty {
      display: table-cell;
      padding: ${({ theme }) => `${theme.spaces[3]} ${theme.spaces[4]}`};
      text-align: left;
      vertical-align: top;
      border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
    }
    th {
      font-size: 1.1rem;
      font-weight: 600;
      line-height: 1.45;
      letter-spacing: 0.03em;
      text-transform: uppercase;
      color: ${({ theme }) => theme.colors.neutral600};
      white-space: nowrap;
    }
    td:not(:first-child)::before {
      content: none;
    }
    td.narrow {
      white-space: nowrap;
    }
    tbody tr:hover {
      background: ${({ theme }) => theme.colors.neutral100};
    }
    tbody tr:last-child td {
      border-bottom: 0;
    }
  }
`;
