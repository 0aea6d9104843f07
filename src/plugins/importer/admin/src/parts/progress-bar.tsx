import { styled } from 'styled-components';

const Track = styled.div`
  width: 100%;
  height: 0.8rem;
  overflow: hidden;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral200};
`;

const Done = styled.div`
  height: 100%;
  background: ${({ theme }) => theme.colors.primary600};
  transition: width 300ms ease-out;

  @media (prefers-reduced-motion: reduce) {
    transition: none;
  }
`;

/** How much is done. Strapi's own can't be seen in the dark theme. */
export function ProgressBar({ percent, label }: { readonly percent: number; readonly label: string }) {
  const done = Math.max(0, Math.min(100, Math.floor(percent)));
  return (
    <Track role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={done}>
      <Done style={{ width: `${done}%` }} />
    </Track>
  );
}
