import { Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import type { LinePart, PageLine } from '../../../../../shared/contracts/pages';
import type { Problem } from '../../../../../shared/contracts/runs';
import { usePlaceWords } from '../../../parts/use-place-words';
import { useWords } from '../../../translations/use-words';
import { isDeclared } from './declared';
import { LineProblems } from './line-problems';
import { PartLabel } from './part-label';
import { barOf } from './part-looks';

const Bar = styled.span<{ $part: LinePart }>`
  flex: 1;
  background: ${({ theme, $part }) => barOf(theme, $part)};
`;

interface LineContentProps {
  readonly line: PageLine;
  readonly problems: readonly Problem[];
  /** The line's text, where it is more than that. */
  readonly children?: ReactNode;
}

/** What stands in a `LineRow`. */
export function LineContent({ line, problems, children }: LineContentProps) {
  const { number, text, parts } = line;
  const say = useWords();
  const sayPlace = usePlaceWords();
  return (
    <>
      <span className="bar" aria-hidden>
        {parts.map((part) => (
          <Bar key={part} $part={part} />
        ))}
      </span>
      <Typography className="number" variant="pi" textColor="neutral600">
        {typeof number === 'string' ? (
          sayPlace(number)
        ) : (
          <>
            <VisuallyHidden>{say('importer.pages.line', { line: number })}</VisuallyHidden>
            <span aria-hidden>{number}</span>
          </>
        )}
      </Typography>
      <Flex
        tag="span"
        className="parts"
        wrap="wrap"
        gap={1}
        alignItems="flex-start"
        style={{ alignContent: 'flex-start', columnGap: '1.2rem' }}
      >
        {parts.map((part) => (
          <PartLabel key={part} part={part} />
        ))}
      </Flex>
      <Typography
        className="text"
        data-line={number}
        data-declared={isDeclared(line)}
        textColor={parts.length > 0 && parts.every((part) => part === 'furniture') ? 'neutral600' : 'neutral800'}
      >
        {children === undefined || children === false ? text : children}
      </Typography>
      <LineProblems problems={problems} />
    </>
  );
}
