import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { ShownBlock } from '../../../../../../shared/contracts/pages';
import { useWords } from '../../../../translations/use-words';
import { otherThan, type Side, SIDES } from '../sides';
import { Value } from '../value';
import { Block } from './block';
import { keyOf } from './nodes';

/** What the other side has not stands behind a bar, below a word that says so. */
const Marked = styled.div`
  padding-left: ${({ theme }) => theme.spaces[2]};
  border-left: 3px dashed ${({ theme }) => theme.colors.primary600};
`;

interface BlocksProps {
  readonly side: Side;
  readonly blocks: readonly ShownBlock[];
  /** What stands on the other side; null where there is none. */
  readonly other: readonly ShownBlock[] | null;
}

/** Blocks that say something, by what they are compared by. */
const keyed = (blocks: readonly ShownBlock[]) => blocks.map((block) => ({ block, key: keyOf(block) })).filter(({ key }) => key !== '');

/** A text, with what of it is not on the other side, and how much stands only there. */
export function Blocks({ side, blocks, other }: BlocksProps) {
  const say = useWords();
  const otherSide = SIDES[otherThan(side)];
  const shown = keyed(blocks);
  const here = new Set(shown.map(({ key }) => key));
  const there = other && new Set(keyed(other).map(({ key }) => key));
  const onlyThere = [...(there ?? [])].filter((key) => !here.has(key)).length;
  return (
    <>
      {onlyThere > 0 && (
        <Typography tag="p" variant="pi" textColor="neutral600" paddingBottom={2}>
          {say(otherSide.only, { count: onlyThere })}
        </Typography>
      )}
      {shown.length === 0 && <Value>{null}</Value>}
      {shown.map(({ block, key }, place) => {
        const isMarked = there !== null && !there.has(key);
        return (
          <Box key={`${place} ${key.slice(0, 20)}`} tag={isMarked ? Marked : 'div'} paddingBottom={2}>
            {isMarked && (
              <Typography tag="p" variant="pi" textColor="primary600">
                {say(otherSide.lacks)}
              </Typography>
            )}
            <Block block={block} />
          </Box>
        );
      })}
    </>
  );
}

/** Whether two texts say the same. */
export const saySame = (one: readonly ShownBlock[], other: readonly ShownBlock[]): boolean =>
  JSON.stringify(keyed(one).map(({ key }) => key)) === JSON.stringify(keyed(other).map(({ key }) => key));
