import { styled } from 'styled-components';

/** Two things side by side, the second of which stays in sight; below each other where there is no room. */
export const TwoColumns = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: ${({ theme }) => theme.spaces[6]};
  align-items: start;
  ${({ theme }) => theme.breakpoints.large} {
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    > :last-child {
      position: sticky;
      top: ${({ theme }) => theme.spaces[4]};
      max-height: calc(100vh - ${({ theme }) => theme.spaces[8]});
      overflow: auto;
    }
  }
`;
