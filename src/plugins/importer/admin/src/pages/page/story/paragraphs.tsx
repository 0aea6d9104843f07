import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useWords } from '../../../translations/use-words';
import { otherThan, type Side, SIDES } from './sides';
import { Value } from './value';

/** What the other side has not stands behind a bar, below a word that says so. */
const Marked = styled.div`
  padding-left: ${({ theme }) => theme.spaces[2]};
  border-left: 3px dashed ${({ theme }) => theme.colors.primary600};
`;

interface ParagraphsProps {
  readonly side: Side;
  readonly paragraphs: readonly string[];
  /** What stands on the other side; null where there is none. */
  readonly other: readonly string[] | null;
}

const tidy = (text: string) => text.replace(/\s+/gu, ' ').trim();

/** A text, with what of it is not on the other side, and how much stands only there. */
export function Paragraphs({ side, paragraphs, other }: ParagraphsProps) {
  const say = useWords();
  const otherSide = SIDES[otherThan(side)];
  const [here, there] = [new Set(paragraphs.map(tidy)), other && new Set(other.map(tidy))];
  const onlyThere = [...(there ?? [])].filter((paragraph) => !here.has(paragraph)).length;
  return (
    <>
      {onlyThere > 0 && (
        <Typography tag="p" variant="pi" textColor="neutral600" paddingBottom={2}>
          {say(otherSide.only, { count: onlyThere })}
        </Typography>
      )}
      {paragraphs.length === 0 && <Value>{null}</Value>}
      {paragraphs.map((paragraph, place) => {
        const isMarked = there !== null && !there.has(tidy(paragraph));
        return (
          <Box key={`${place} ${paragraph.slice(0, 20)}`} tag={isMarked ? Marked : 'div'} paddingBottom={2}>
            {isMarked && (
              <Typography tag="p" variant="pi" textColor="primary600">
                {say(otherSide.lacks)}
              </Typography>
            )}
            <Typography tag="p" textColor="neutral800">
              {paragraph}
            </Typography>
          </Box>
        );
      })}
    </>
  );
}
