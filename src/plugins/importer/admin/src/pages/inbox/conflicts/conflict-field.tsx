import { Typography } from '@strapi/design-system';
import { type ChangeEvent, useId } from 'react';
import { styled } from 'styled-components';
import type { Conflict } from '../../../../../shared/contracts/runs';
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

const Side = styled.label<{ $isChosen: boolean }>`
  display: grid;
  grid-template-columns: auto minmax(0, 1fr);
  align-content: start;
  gap: ${({ theme }) => theme.spaces[2]};
  max-height: 32rem;
  overflow: auto;
  padding: ${({ theme }) => theme.spaces[3]};
  border: 1px solid ${({ theme, $isChosen }) => ($isChosen ? theme.colors.primary600 : theme.colors.neutral200)};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme, $isChosen }) => ($isChosen ? theme.colors.primary100 : theme.colors.neutral0)};
  cursor: pointer;
  &:focus-within {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }
  input {
    accent-color: ${({ theme }) => theme.colors.primary600};
  }
  p {
    grid-column: 1 / -1;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
`;

interface ConflictFieldProps {
  readonly conflict: Conflict;
  readonly choice: 'mine' | 'theirs' | null;
  readonly onChoose: (side: 'mine' | 'theirs') => void;
}

/** Both values of a field side by side. */
export function ConflictField({ conflict: { field, editor, page }, choice, onChoose }: ConflictFieldProps) {
  const say = useWords();
  const nameOf = useFieldLabels();
  const sayMoment = useMomentWords();
  const name = useId();
  const readable = (value: string | null) => (value !== null && field === 'datePublished' ? sayMoment(value) : value);
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => onChoose(target.value === 'mine' ? 'mine' : 'theirs');
  const sides = [
    { side: 'mine', word: 'importer.inbox.conflict.mine', value: editor },
    { side: 'theirs', word: 'importer.inbox.conflict.theirs', value: page },
  ] as const;

  return (
    <Sides>
      <Typography tag="legend" variant="omega" fontWeight="bold">
        {nameOf(field)}
      </Typography>
      {sides.map(({ side, word, value }) => (
        <Side key={side} $isChosen={choice === side}>
          <input type="radio" name={name} value={side} checked={choice === side} onChange={choose} />
          <Typography fontWeight="semiBold">{say(word)}</Typography>
          <Typography tag="p" textColor={value === null ? 'neutral600' : 'neutral800'}>
            {readable(value) ?? say('importer.pages.nothing')}
          </Typography>
        </Side>
      ))}
    </Sides>
  );
}
