import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { Problem } from '../../../shared/contracts/runs';
import { useFoundWords, useRuleAdvice } from './use-rule-words';

/**
 * Says what is the matter with a page beyond the rule's name: for who reads English in the server's own sentence, which tells what was
 * found; else what can be done about it, and what was found where that is a quotation. A rule without words in the person's language has the server's sentence for everybody.
 */
export function useProblemWords(): (problem: Pick<Problem, 'rule' | 'found' | 'message'>) => string {
  const sayAdvice = useRuleAdvice();
  const sayFound = useFoundWords();
  const { locale } = useIntl();
  return useCallback(
    (problem) => {
      const advice = sayAdvice(problem.rule);
      if (locale.startsWith('en') || advice === null) return problem.message;
      return [advice, sayFound(problem)].filter((words) => words !== null).join(' ');
    },
    [sayAdvice, sayFound, locale],
  );
}
