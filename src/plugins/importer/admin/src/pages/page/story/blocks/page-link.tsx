import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import { isSafeUrl } from './is-safe-url';

const Anchor = styled.a`
  color: ${({ theme }) => theme.colors.primary600};
  text-decoration: underline;
  overflow-wrap: anywhere;
`;

/** A link that came from a page. One that is not safe is shown as its text. */
export function PageLink({ url, children = url }: { readonly url: string; readonly children?: ReactNode }) {
  if (!isSafeUrl(url)) return <>{children}</>;
  return (
    <Anchor href={url} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </Anchor>
  );
}
