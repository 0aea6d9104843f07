import { Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useWords } from '../../../translations/use-words';

/** What the other side says in a field. */
export interface OtherValue {
  /** Whose word it is, such as "On the page:". */
  readonly says: string;
  readonly value: ReactNode;
}

interface ValueProps {
  readonly children: ReactNode;
  /** Null where the other side says the same, or there is none. */
  readonly other?: OtherValue | null;
}

/** What a field holds, and what the other side has for it where that is something else. */
export function Value({ children, other = null }: ValueProps) {
  const say = useWords();
  const nothing = say('importer.pages.nothing');
  return (
    <>
      <Typography tag="p" textColor={children === null ? 'neutral600' : 'neutral800'} style={{ overflowWrap: 'anywhere' }}>
        {children ?? nothing}
      </Typography>
      {other !== null && (
        <Typography tag="p" variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
          {other.says} {other.value ?? nothing}
        </Typography>
      )}
    </>
  );
}
