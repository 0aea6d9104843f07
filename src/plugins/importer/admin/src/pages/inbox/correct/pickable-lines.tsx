import { Typography } from '@strapi/design-system';
import { type KeyboardEvent, useRef, useState } from 'react';
import { styled } from 'styled-components';
import type { Selection } from '../../../../../shared/contracts/inbox';
import type { PageLine, PageView } from '../../../../../shared/contracts/pages';
import { useWords } from '../../../translations/use-words';
import { DeclaredBox, isDeclared } from '../../page/lines/declared';
import { LineContent } from '../../page/lines/line-content';
import { LineRow } from '../../page/lines/line-row';
import { type PickedText, pieceOf, readSelected } from './pick-text';
import { PickedMark } from './picked-mark';

const Lines = styled.div`
  display: flex;
  flex-direction: column;
  gap: ${({ theme }) => theme.spaces[1]};
  [role='option'] {
    cursor: text;
  }
  [role='option']:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }
`;

interface PickableLinesProps {
  readonly view: PageView;
  /** Says what picking does. */
  readonly label: string;
  readonly selection: Selection | null;
  readonly onPick: (picked: PickedText) => void;
}

/**
 * What a page declares and its text, to pick from: a click takes a line, selecting with the mouse or a finger takes a part of it; with the keyboard,
 * the arrow keys lead from line to line, and Enter takes one.
 */
export function PickableLines({ view: { lines, problems }, label, selection, onPick }: PickableLinesProps) {
  const say = useWords();
  const box = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const all = lines ?? [];

  const pick = (picked: PickedText | null) => {
    if (picked !== null) onPick(picked);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const line = all[current];
    const places: Readonly<Record<string, number>> = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: all.length - 1 };
    const place = places[event.key];
    if (place !== undefined) {
      event.preventDefault();
      const next = Math.min(Math.max(place, 0), all.length - 1);
      setCurrent(next);
      box.current?.querySelectorAll<HTMLElement>('[role="option"]')[next]?.focus();
    } else if ((event.key === 'Enter' || event.key === ' ') && line !== undefined) {
      event.preventDefault();
      pick(pieceOf(line.number, line.text));
    }
  };

  const option = (line: PageLine, place: number) => {
    const isPicked = selection?.line === line.number;
    return (
      <LineRow
        key={line.number}
        role="option"
        tabIndex={place === current ? 0 : -1}
        aria-selected={isPicked}
        $parts={line.parts}
        $isDeclared={isDeclared(line)}
        $isMarked={isPicked}
        onFocus={() => setCurrent(place)}
        onMouseUp={() => pick((box.current && readSelected(box.current)) ?? pieceOf(line.number, line.text))}
      >
        <LineContent line={line} problems={problems.filter((problem) => problem.line === line.number)}>
          {isPicked && <PickedMark text={line.text} selection={selection} />}
        </LineContent>
      </LineRow>
    );
  };
  const options = all.map(option);
  const declared = all.filter(isDeclared).length;
  return (
    <Lines ref={box} role="listbox" aria-label={label} onKeyDown={onKeyDown}>
      {declared > 0 && (
        <DeclaredBox role="group" aria-label={say('importer.pages.declared')}>
          <Typography aria-hidden variant="sigma" textColor="neutral600">
            {say('importer.pages.declared')}
          </Typography>
          {options.slice(0, declared)}
        </DeclaredBox>
      )}
      {options.slice(declared)}
    </Lines>
  );
}
