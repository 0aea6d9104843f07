import { useCallback } from 'react';
import type { RuleFinding } from '../../../../../shared/contracts/inbox';
import { useWords } from '../../../translations/use-words';

/** Says how a rule finds what it gives. */
export function useFindingWords(): (finding: RuleFinding) => string {
  const say = useWords();
  return useCallback(
    (finding: RuleFinding) => {
      if (finding.kind === 'value') return say('importer.inbox.rules.value', { value: finding.value });
      if (finding.kind === 'line') return say('importer.inbox.rules.line', { at: finding.at });
      return say('importer.inbox.rules.after', { words: finding.words });
    },
    [say],
  );
}
