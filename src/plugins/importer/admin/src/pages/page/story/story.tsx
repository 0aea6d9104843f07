import { Box } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { FormattedNumber } from 'react-intl';
import type { LinePart, PageView, RecognisedStory } from '../../../../../shared/contracts/pages';
import { Moment } from '../../../parts/moment';
import { useWords } from '../../../translations/use-words';
import { Paragraphs } from './paragraphs';
import { otherThan, type Side, SIDES } from './sides';
import { StoryField } from './story-field';
import { type OtherValue, Value } from './value';

interface StoryProps {
  readonly view: PageView;
  readonly side: Side;
  readonly onMark: (part: LinePart | null) => void;
  readonly onShow: (line: number) => void;
}

type Shown = Omit<RecognisedStory, 'locale'>;
type ShortField = Exclude<keyof Shown, 'paragraphs'>;

/** How short fields are written; null where there is nothing in one. */
const WRITTEN: Readonly<Record<ShortField, (of: Shown) => ReactNode>> = {
  title: ({ title }) => title,
  datePublished: ({ datePublished }) => (datePublished === null ? null : <Moment at={datePublished} />),
  category: ({ category }) => category,
  views: ({ views }) => (views === null ? null : <FormattedNumber value={views} />),
};

/** What was recognised, or the article as it stands now, field by field, with what the other of the two has instead. */
export function Story({ view, side, onMark, onShow }: StoryProps) {
  const say = useWords();
  const shown: Shown | null = view[side];
  if (shown === null) return null;
  const other: Shown | null = view[otherThan(side)];
  const says = say(SIDES[otherThan(side)].says);
  const otherValue = (field: ShortField): OtherValue | null =>
    other === null || other[field] === shown[field] ? null : { says, value: WRITTEN[field](other) };
  const numbersOf = (part: LinePart) => (view.lines ?? []).filter(({ parts }) => parts.includes(part)).map(({ number }) => number);
  const field = (part: LinePart) => ({ part, lines: numbersOf(part), onMark, onShow });

  return (
    <Box tag="dl">
      {(Object.keys(WRITTEN) as ShortField[]).map((name) => (
        <StoryField key={name} {...field(name)}>
          <Value other={otherValue(name)}>{WRITTEN[name](shown)}</Value>
        </StoryField>
      ))}
      <StoryField {...field('body')}>
        <Paragraphs side={side} paragraphs={shown.paragraphs} other={other?.paragraphs ?? null} />
      </StoryField>
    </Box>
  );
}
