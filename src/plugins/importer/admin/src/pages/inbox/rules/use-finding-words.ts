import { useCallback } from 'react';
import type { RuleFinding } from '../../../../../shared/contracts/inbox';
import { usePlaceWords } from '../../../parts/use-place-words';
import { useWords } from '../../../translations/use-words';

/** Says how a rule finds what it gives. */
export function useFindingWords(): (finding: RuleFinding) => string {
  const say = useWords();
  const sayPlace = usePlaceWords();
  return useCallback(
    (finding: RuleFinding) => {
      if (finding.kind === 'value') return say('importer.inbox.rules.value', { value: finding.value });
      if (finding.kind === 'line') return say('importer.inbox.rules.line', { at: finding.at });
      if (finding.kind === 'fact') return say('importer.inbox.rules.fact', { place: sayPlace(finding.place) });
      return say('importer.inbox.rules.after', { words: finding.words });
    },
    [say, sayPlace],
  );
}
