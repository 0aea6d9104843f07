import { Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useWords } from '../../../translations/use-words';

interface ValueProps {
  readonly children: ReactNode;
  /** What the page says, where the article says something else now. */
  readonly page?: ReactNode;
}

/** What a field holds, and what the page has for it where an editor has changed it. */
export function Value({ children, page = null }: ValueProps) {
  const say = useWords();
  return (
    <>
      <Typography tag="p" textColor={children === null ? 'neutral600' : 'neutral800'} style={{ overflowWrap: 'anywhere' }}>
        {children ?? say('importer.pages.nothing')}
      </Typography>
      {page !== null && (
        <Typography tag="p" variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
          {say('importer.pages.page-says')} {page}
        </Typography>
      )}
    </>
  );
}
