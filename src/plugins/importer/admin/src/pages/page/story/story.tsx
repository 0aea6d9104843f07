import { Box } from '@strapi/design-system';
import type { LinePart, PageView } from '../../../../../shared/contracts/pages';
import { useWords } from '../../../translations/use-words';
import { Blocks, saySame } from './blocks/blocks';
import { SHORT_FIELDS, type Shown } from './fields';
import { otherThan, type Side, SIDES } from './sides';
import { StoryField } from './story-field';
import { Value } from './value';

interface StoryProps {
  readonly view: PageView;
  readonly side: Side;
  readonly onMark: (part: LinePart | null) => void;
  readonly onShow: (line: number | string) => void;
}

/** What was recognised, or the article as it stands now, field by field, with what the other of the two has instead. */
export function Story({ view, side, onMark, onShow }: StoryProps) {
  const say = useWords();
  const shown: Shown | null = view[side];
  if (shown === null) return null;
  const other: Shown | null = view[otherThan(side)];
  const says = say(SIDES[otherThan(side)].says);
  const linesOf = (part: LinePart) => (view.lines ?? []).filter(({ parts }) => parts.includes(part)).map(({ number }) => number);
  // What an editor has written is no longer what was recognised.
  const confidenceIn = (part: LinePart, isSame: boolean) => (side === 'story' || isSame ? (view.story?.confidence[part] ?? 0) : 0);
  const field = (part: LinePart, isSame: boolean) => {
    return { part, lines: linesOf(part), confidence: confidenceIn(part, isSame), onMark, onShow };
  };

  return (
    <Box tag="dl">
      {SHORT_FIELDS.map(({ name, part, word, isRare, read, write = (value) => value }) => {
        const [value, otherwise] = [read(shown), other && read(other)];
        if (isRare && value === null && otherwise === null) return null;
        const isSame = value === otherwise;
        const written = (text: string | null) => (text === null ? null : write(text));
        return (
          <StoryField key={name} word={word} {...field(part, isSame)}>
            <Value other={other === null || isSame ? null : { says, value: written(otherwise) }}>{written(value)}</Value>
          </StoryField>
        );
      })}
      <StoryField {...field('body', other !== null && saySame(shown.body, other.body))}>
        <Blocks side={side} blocks={shown.body} other={other?.body ?? null} />
      </StoryField>
    </Box>
  );
}
