import { css, styled } from 'styled-components';
import type { LinePart } from '../../../../../shared/contracts/pages';
import { groundOf } from './part-looks';

interface LineRowProps {
  readonly $parts: readonly LinePart[];
  /** Somebody looks at what it gave. */
  readonly $isMarked?: boolean;
  /** It has a place where others have a number. */
  readonly $isDeclared?: boolean;
}

const NUMBERED = css`
  grid-template-columns: 0.6rem 2.4rem 10rem minmax(0, 1fr);
  grid-template-areas: 'bar number parts text' 'bar . . problems';
  .number {
    text-align: right;
  }
  @media (max-width: 47.9rem) {
    grid-template-columns: 0.6rem 2.4rem minmax(0, 1fr);
    grid-template-areas: 'bar number parts' 'bar . text' 'bar . problems';
  }
`;

/** A place has more words than a number has digits: it stands above what its line gave. The text stands where that of others does. */
const PLACED = css`
  grid-template-columns: 0.6rem calc(12.4rem + ${({ theme }) => theme.spaces[2]}) minmax(0, 1fr);
  grid-template-rows: auto 1fr auto;
  grid-template-areas: 'bar number text' 'bar parts text' 'bar . problems';
  .number {
    overflow-wrap: anywhere;
  }
  @media (max-width: 47.9rem) {
    grid-template-columns: 0.6rem minmax(0, 1fr);
    grid-template-rows: none;
    grid-template-areas: 'bar number' 'bar parts' 'bar text' 'bar problems';
  }
`;

/** A line of a page: bar, number, what it gave, and its text; on narrow screens its text stands below. */
export const LineRow = styled.div<LineRowProps>`
  position: relative;
  display: grid;
  ${({ $isDeclared }) => ($isDeclared ? PLACED : NUMBERED)}
  column-gap: ${({ theme }) => theme.spaces[2]};
  padding: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[3]} ${theme.spaces[2]} 0`};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme, $parts }) => groundOf(theme, $parts)};
  outline: ${({ theme, $isMarked }) => ($isMarked ? `2px solid ${theme.colors.primary600}` : 'none')};
  outline-offset: -2px;

  .bar {
    grid-area: bar;
    display: flex;
    flex-direction: column;
    gap: 2px;
  }
  .number {
    grid-area: number;
    padding-top: 0.2rem;
  }
  .parts {
    grid-area: parts;
    padding-top: 0.2rem;
  }
  .text {
    grid-area: text;
    overflow-wrap: anywhere;
  }
  .problems {
    grid-area: problems;
  }
`;
