import { Typography } from '@strapi/design-system';
import { type ChangeEvent, useId } from 'react';
import { styled } from 'styled-components';
import type { Conflict, StoryField } from '../../../../../shared/contracts/runs';
import type { PageView } from '../../../../../shared/contracts/pages';
import { Blocks } from '../../page/story/blocks/blocks';
import { otherThan, type Side } from '../../page/story/sides';
import { useWords } from '../../../translations/use-words';
import { useFieldLabels } from '../../../parts/use-field-labels';
import { useMomentWords } from '../../../parts/use-moment-words';

const Sides = styled.fieldset`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr));
  gap: ${({ theme }) => theme.spaces[3]};
  border: 0;
  padding: 0;
  legend {
    padding-bottom: ${({ theme }) => theme.spaces[2]};
  }
`;

const Choice = styled.div<{ $isChosen: boolean }>`
  display: grid;
  align-content: start;
  gap: ${({ theme }) => theme.spaces[2]};
  max-height: 32rem;
  overflow: auto;
  padding: ${({ theme }) => theme.spaces[3]};
  border: 1px solid ${({ theme, $isChosen }) => ($isChosen ? theme.colors.primary600 : theme.colors.neutral200)};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme, $isChosen }) => ($isChosen ? theme.colors.primary100 : theme.colors.neutral0)};
  &:has(input:focus-visible) {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }
  label {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-content: start;
    gap: ${({ theme }) => theme.spaces[2]};
    cursor: pointer;
  }
  input {
    accent-color: ${({ theme }) => theme.colors.primary600};
  }
  .value {
    grid-column: 1 / -1;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
`;

interface ConflictFieldProps {
  readonly conflict: Conflict;
  readonly view: PageView;
  readonly choice: 'mine' | 'theirs' | null;
  readonly onChoose: (side: 'mine' | 'theirs') => void;
}

const DATES: readonly StoryField[] = ['datePublished', 'dateModified'];

/** Both values of a field side by side. Of the text its blocks are shown, as long as page and article are there. */
export function ConflictField({ conflict: { field, editor, page }, view, choice, onChoose }: ConflictFieldProps) {
  const say = useWords();
  const nameOf = useFieldLabels();
  const sayMoment = useMomentWords();
  const name = useId();
  const readable = (value: string | null) => (value !== null && DATES.includes(field) ? sayMoment(value) : value);
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => onChoose(target.value === 'mine' ? 'mine' : 'theirs');
  const sides = [
    { side: 'mine', word: 'importer.inbox.conflict.mine', value: editor, of: 'article' },
    { side: 'theirs', word: 'importer.inbox.conflict.theirs', value: page, of: 'story' },
  ] as const;
  const bodyOf = (of: Side) => (field === 'body' ? (view[of]?.body ?? null) : null);

  return (
    <Sides>
      <Typography tag="legend" variant="omega" fontWeight="bold">
        {nameOf(field)}
      </Typography>
      {sides.map(({ side, word, value, of }) => {
        const body = bodyOf(of);
        return (
          <Choice key={side} $isChosen={choice === side}>
            <label>
              <input type="radio" name={name} value={side} checked={choice === side} onChange={choose} />
              <Typography fontWeight="semiBold">{say(word)}</Typography>
              {body === null && (
                <Typography className="value" textColor={value === null ? 'neutral600' : 'neutral800'}>
                  {readable(value) ?? say('importer.pages.nothing')}
                </Typography>
              )}
            </label>
            {/* Not in the label: there may be links in it. */}
            {body !== null && <Blocks side={of} blocks={body} other={bodyOf(otherThan(of))} />}
          </Choice>
        );
      })}
    </Sides>
  );
}
