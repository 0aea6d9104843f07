import { styled } from 'styled-components';

/** A small button that is pressed or not; tell which with `aria-pressed`. */
export const Choice = styled.button`
  display: inline-flex;
  align-items: center;
  min-height: 2.8rem;
  padding: 0 ${({ theme }) => theme.spaces[2]};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  cursor: pointer;
  &[aria-pressed='true'] {
    border-color: ${({ theme }) => theme.colors.primary600};
    background: ${({ theme }) => theme.colors.primary100};
  }
`;
