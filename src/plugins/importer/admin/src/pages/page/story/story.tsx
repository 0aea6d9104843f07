import { Box, Typography } from '@strapi/design-system';
import { FormattedNumber } from 'react-intl';
import type { LinePart, PageView } from '../../../../../shared/contracts/pages';
import { Moment } from '../../../parts/moment';
import { StoryField } from './story-field';
import { Value } from './value';

interface StoryProps {
  readonly view: PageView;
  readonly onMark: (part: LinePart | null) => void;
  readonly onShow: (line: number) => void;
}

const moment = (at: string | null) => (at === null ? null : <Moment at={at} />);

/** The article as it stands now, or what was recognised where there is none, field by field. */
export function Story({ view: { lines, story, article }, onMark, onShow }: StoryProps) {
  const shown = article ?? story;
  if (shown === null) return null;
  const changed = <Key extends 'title' | 'datePublished' | 'category'>(key: Key) =>
    story !== null && shown[key] !== story[key] ? story[key] : null;
  const numbersOf = (part: LinePart) => (lines ?? []).filter(({ parts }) => parts.includes(part)).map(({ number }) => number);
  const field = (part: LinePart) => ({ part, lines: numbersOf(part), onMark, onShow });

  return (
    <Box tag="dl">
      <StoryField {...field('title')}>
        <Value page={changed('title')}>{shown.title}</Value>
      </StoryField>
      <StoryField {...field('datePublished')}>
        <Value page={moment(changed('datePublished'))}>{moment(shown.datePublished)}</Value>
      </StoryField>
      <StoryField {...field('category')}>
        <Value page={changed('category')}>{shown.category}</Value>
      </StoryField>
      <StoryField {...field('views')}>
        <Value>{shown.views === null ? null : <FormattedNumber value={shown.views} />}</Value>
      </StoryField>
      <StoryField {...field('body')}>
        {shown.paragraphs.length === 0 && <Value>{null}</Value>}
        {shown.paragraphs.map((paragraph, place) => (
          <Box key={`${place} ${paragraph.slice(0, 20)}`} tag="p" paddingBottom={2}>
            <Typography textColor="neutral800">{paragraph}</Typography>
          </Box>
        ))}
      </StoryField>
    </Box>
  );
}
