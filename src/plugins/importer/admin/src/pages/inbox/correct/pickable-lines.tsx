import { type KeyboardEvent, useRef, useState } from 'react';
import { styled } from 'styled-components';
import type { Selection } from '../../../../../shared/contracts/inbox';
import type { PageView } from '../../../../../shared/contracts/pages';
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
 * A page's text to pick from: a click takes a line, selecting with the mouse or a finger takes a part of it; with the keyboard,
 * the arrow keys lead from line to line, and Enter takes one.
 */
export function PickableLines({ view: { lines, problems }, label, selection, onPick }: PickableLinesProps) {
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
      (box.current?.children[next] as HTMLElement | undefined)?.focus();
    } else if ((event.key === 'Enter' || event.key === ' ') && line !== undefined) {
      event.preventDefault();
      pick(pieceOf(line.number, line.text));
    }
  };

  return (
    <Lines ref={box} role="listbox" aria-label={label} onKeyDown={onKeyDown}>
      {all.map((line, place) => {
        const isPicked = selection?.line === line.number;
        return (
          <LineRow
            key={line.number}
            role="option"
            tabIndex={place === current ? 0 : -1}
            aria-selected={isPicked}
            $parts={line.parts}
            $isMarked={isPicked}
            onFocus={() => setCurrent(place)}
            onMouseUp={() => pick((box.current && readSelected(box.current)) ?? pieceOf(line.number, line.text))}
          >
            <LineContent line={line} problems={problems.filter((problem) => problem.line === line.number)}>
              {isPicked && <PickedMark text={line.text} selection={selection} />}
            </LineContent>
          </LineRow>
        );
      })}
    </Lines>
  );
}
