import { Box, Flex, Typography } from '@strapi/design-system';
import type { LinePart, PageLine } from '../../../../../shared/contracts/pages';
import { Choice } from '../../../parts/choice';
import { useWords } from '../../../translations/use-words';
import { PartLabel } from './part-label';
import { PARTS } from './part-looks';

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
