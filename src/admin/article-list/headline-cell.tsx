import { Typography } from '@strapi/design-system';
import { Link, useLocation } from 'react-router-dom';
import { styled } from 'styled-components';

/** A few lines say more of a headline than one cut line, and leave room for the other columns. */
const FewLines = styled(Typography)`
  display: -webkit-box;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 3;
  min-width: 16rem;
  overflow: hidden;
  white-space: normal;
`;

/** The headline, which leads to the article in the locale that is listed. */
export function HeadlineCell({ documentId, title }: { readonly documentId: string; readonly title?: string | null }) {
  const locale = new URLSearchParams(useLocation().search).get('plugins[i18n][locale]');
  const search = locale === null ? '' : `?plugins[i18n][locale]=${encodeURIComponent(locale)}`;
  return (
    <FewLines
      tag={Link}
      to={{ pathname: documentId, search }}
      title={title ?? undefined}
      textColor="neutral800"
      onClick={(event: { stopPropagation(): void }) => event.stopPropagation()}
    >
      {title ?? '-'}
    </FewLines>
  );
}
