import { Box } from '@strapi/design-system';
import { FormattedNumber } from 'react-intl';
import { styled } from 'styled-components';
import type { MonthCount } from '../../../../shared/contracts/home';
import { useWords } from '../../translations/use-words';
import { useMonthWords } from './use-month-words';

const Table = styled.table`
  width: 100%;
  color: ${({ theme }) => theme.colors.neutral800};
  th,
  td {
    padding: ${({ theme }) => theme.spaces[1]} ${({ theme }) => theme.spaces[2]};
    border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
    text-align: left;
  }
  td {
    text-align: right;
  }
  thead th {
    color: ${({ theme }) => theme.colors.neutral600};
    font-weight: 600;
  }
`;

/** The same numbers to read, the newest month first. */
export function MonthTable({ months }: { readonly months: readonly MonthCount[] }) {
  const say = useWords();
  const sayMonth = useMonthWords();
  return (
    <Box maxHeight="18rem" overflow="auto" tabIndex={0} role="region" aria-label={say('importer.home.archive.title')}>
      <Table>
        <thead>
          <tr>
            <th scope="col">{say('importer.home.archive.month')}</th>
            <th scope="col" style={{ textAlign: 'right' }}>
              {say('importer.home.archive.articles')}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...months].reverse().map(({ month, articles }) => (
            <tr key={month}>
              <th scope="row">{sayMonth(month)}</th>
              <td>
                <FormattedNumber value={articles} />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Box>
  );
}
