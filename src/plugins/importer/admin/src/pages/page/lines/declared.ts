import { styled } from 'styled-components';
import type { PageLine } from '../../../../../shared/contracts/pages';

/** Whether a line is none of the text, but something that the page declares about itself. */
export const isDeclared = ({ number }: PageLine): boolean => typeof number === 'string';

/** Sets what a page declares about itself apart from its text. */
export const DeclaredBox = styled.div`
  display: flex;
  flex-direction: column;
  gap: ${({ theme }) => theme.spaces[2]};
  padding: ${({ theme }) => theme.spaces[2]};
  border: 1px dashed ${({ theme }) => theme.colors.neutral500};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral100};
`;
