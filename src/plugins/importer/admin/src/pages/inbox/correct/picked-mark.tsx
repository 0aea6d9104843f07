import { styled } from 'styled-components';
import type { Selection } from '../../../../../shared/contracts/inbox';

const Mark = styled.mark`
  background: ${({ theme }) => theme.colors.primary200};
  color: ${({ theme }) => theme.colors.neutral900};
  border-bottom: 2px solid ${({ theme }) => theme.colors.primary600};
`;

/** A line's text with the picked part marked. */
export function PickedMark({ text, selection: { start, end } }: { readonly text: string; readonly selection: Selection }) {
  return (
    <>
      {text.slice(0, start)}
      <Mark>{text.slice(start, end)}</Mark>
      {text.slice(end)}
    </>
  );
}
