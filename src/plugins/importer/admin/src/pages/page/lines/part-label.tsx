import { Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { LinePart } from '../../../../../shared/contracts/pages';
import { useWords, type Word } from '../../../translations/use-words';
import { barOf, PART_LOOKS } from './part-looks';

const Swatch = styled.span<{ $part: LinePart }>`
  flex-shrink: 0;
  width: 0.6rem;
  height: 1.4rem;
  border-radius: 1px;
  background: ${({ theme, $part }) => barOf(theme, $part)};
`;

/** The name of what a line gave, with the pattern of its bar. */
export function PartLabel({ part, word = PART_LOOKS[part].word }: { readonly part: LinePart; readonly word?: Word | undefined }) {
  const say = useWords();
  return (
    <Flex tag="span" inline gap={2}>
      <Swatch aria-hidden $part={part} />
      <Typography variant="pi" textColor="neutral800">
        {say(word)}
      </Typography>
    </Flex>
  );
}
