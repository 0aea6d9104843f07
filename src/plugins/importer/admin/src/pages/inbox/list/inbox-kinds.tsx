import { Flex, Typography } from '@strapi/design-system';
import { FormattedNumber } from 'react-intl';
import { styled } from 'styled-components';
import type { InboxSummary } from '../../../../../shared/contracts/inbox';
import { useWords } from '../../../translations/use-words';

const KINDS = [
  { kind: 'page', word: 'importer.inbox.kind.page', count: 'pages' },
  { kind: 'conflict', word: 'importer.inbox.kind.conflict', count: 'conflicts' },
  { kind: 'left-out', word: 'importer.inbox.kind.left-out', count: 'leftOut' },
] as const;

export type InboxKind = (typeof KINDS)[number]['kind'];

/** The kind that an address names; pages where it names none. */
export const readKind = (text: string): InboxKind => KINDS.find(({ kind }) => kind === text)?.kind ?? 'page';

const Card = styled.button`
  flex: 1 1 9.6rem;
  padding: ${({ theme }) => theme.spaces[3]};
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  text-align: left;
  cursor: pointer;
  &[aria-pressed='true'] {
    border-color: ${({ theme }) => theme.colors.primary600};
    box-shadow: inset 0 -3px 0 ${({ theme }) => theme.colors.primary600};
  }
`;

interface InboxKindsProps {
  readonly kind: InboxKind;
  /** Null until it is known. */
  readonly summary: InboxSummary | null;
  readonly onChange: (kind: InboxKind) => void;
}

/** How much there is of each kind; pressed, a kind is listed below. */
export function InboxKinds({ kind, summary, onChange }: InboxKindsProps) {
  const say = useWords();
  return (
    <Flex gap={3} wrap="wrap" alignItems="stretch" role="group" aria-label={say('importer.inbox.kinds')}>
      {KINDS.map(({ kind: one, word, count }) => (
        <Card key={one} type="button" aria-pressed={one === kind} onClick={() => onChange(one)}>
          <Typography tag="span" variant="pi" textColor="neutral600" style={{ display: 'block' }}>
            {say(word)}
          </Typography>
          <Typography tag="span" variant="alpha" textColor="neutral800">
            {summary === null ? '–' : <FormattedNumber value={summary[count]} />}
          </Typography>
        </Card>
      ))}
    </Flex>
  );
}
