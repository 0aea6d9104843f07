import { Flex, Typography } from '@strapi/design-system';
import { useId } from 'react';
import type { LinePart, PageLine } from '../../../../../shared/contracts/pages';
import type { Problem } from '../../../../../shared/contracts/runs';
import { useWords } from '../../../translations/use-words';
import { DeclaredBox, isDeclared } from './declared';
import { LineContent } from './line-content';
import { LineRow } from './line-row';

interface PageLinesProps {
  readonly lines: readonly PageLine[];
  readonly problems: readonly Problem[];
  readonly marked?: LinePart | null;
  readonly idOf?: (line: number | string) => string;
}

/** What a page declares about itself, and below it its text, each line with what it gave. */
export function PageLines({ lines, problems, marked = null, idOf }: PageLinesProps) {
  const say = useWords();
  const heading = useId();
  const declared = lines.filter(isDeclared);
  const row = (line: PageLine) => (
    <LineRow
      key={line.number}
      as="li"
      id={idOf?.(line.number)}
      $parts={line.parts}
      $isDeclared={isDeclared(line)}
      $isMarked={marked !== null && line.parts.includes(marked)}
    >
      <LineContent line={line} problems={problems.filter((problem) => problem.line === line.number)} />
    </LineRow>
  );
  return (
    <>
      {declared.length > 0 && (
        <DeclaredBox>
          <Typography id={heading} variant="sigma" textColor="neutral600" tag="h3">
            {say('importer.pages.declared')}
          </Typography>
          <Flex tag="ul" direction="column" alignItems="stretch" gap={1} aria-labelledby={heading}>
            {declared.map(row)}
          </Flex>
        </DeclaredBox>
      )}
      <Flex tag="ol" direction="column" alignItems="stretch" gap={1} aria-label={say('importer.pages.text')}>
        {lines.filter((line) => !isDeclared(line)).map(row)}
      </Flex>
    </>
  );
}
