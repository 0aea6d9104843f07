import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { LinePart, PageLine } from '../../../../../shared/contracts/pages';
import { useWords } from '../../../translations/use-words';
import { PartLabel } from './part-label';
import { PARTS } from './part-looks';

const Choice = styled.button`
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

interface LegendProps {
  readonly lines: readonly PageLine[];
  readonly pinned: LinePart | null;
  readonly onPin: (part: LinePart | null) => void;
}

/** What the marks mean. Pressed, a mark stays at its lines. */
export function Legend({ lines, pinned, onPin }: LegendProps) {
  const say = useWords();
  const given = new Set(lines.flatMap(({ parts }) => parts));
  return (
    <Box>
      <Typography variant="sigma" textColor="neutral600" tag="h3">
        {say('importer.pages.legend')}
      </Typography>
      <Flex tag="ul" gap={2} wrap="wrap" paddingTop={2}>
        {PARTS.filter((part) => given.has(part)).map((part) => (
          <li key={part}>
            <Choice type="button" aria-pressed={pinned === part} onClick={() => onPin(pinned === part ? null : part)}>
              <PartLabel part={part} />
            </Choice>
          </li>
        ))}
      </Flex>
    </Box>
  );
}
