import { useCallback } from 'react';
import { usePlaceWords } from '../../../parts/use-place-words';
import { useWords } from '../../../translations/use-words';

/** Says where a field came from: lines of the page, or what it declares about itself. */
export function useSourceWords(): (lines: readonly (number | string)[]) => string {
  const say = useWords();
  const sayPlace = usePlaceWords();
  return useCallback(
    (lines) => {
      const [first = 0, last = first] = [lines[0], lines.at(-1)];
      const name = typeof first === 'string' ? sayPlace(first) : say('importer.pages.line', { line: first });
      if (lines.length < 2) return name;
      return typeof first === 'number' && typeof last === 'number'
        ? say('importer.pages.lines', { first, last })
        : say('importer.pages.sources', { first: name, others: lines.length - 1 });
    },
    [say, sayPlace],
  );
}
