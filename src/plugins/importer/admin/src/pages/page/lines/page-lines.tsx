import { Flex } from '@strapi/design-system';
import type { LinePart, PageLine } from '../../../../../shared/contracts/pages';
import type { Problem } from '../../../../../shared/contracts/runs';
import { useWords } from '../../../translations/use-words';
import { LineContent } from './line-content';
import { LineRow } from './line-row';

interface PageLinesProps {
  readonly lines: readonly PageLine[];
  readonly problems: readonly Problem[];
  readonly marked?: LinePart | null;
  readonly idOf?: (line: number) => string;
}

/** A page's text, each line with what it gave. */
export function PageLines({ lines, problems, marked = null, idOf }: PageLinesProps) {
  const say = useWords();
  return (
    <Flex tag="ol" direction="column" alignItems="stretch" gap={1} aria-label={say('importer.pages.text')}>
      {lines.map((line) => (
        <LineRow
          key={line.number}
          as="li"
          id={idOf?.(line.number)}
          $parts={line.parts}
          $isMarked={marked !== null && line.parts.includes(marked)}
        >
          <LineContent line={line} problems={problems.filter((problem) => problem.line === line.number)} />
        </LineRow>
      ))}
    </Flex>
  );
}
