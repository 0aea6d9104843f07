import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { Problem } from '../../../shared/contracts/runs';
import { useRuleAdvice } from './use-rule-words';

/**
 * Says what is the matter with a page beyond the rule's name: for who reads English in the server's own sentence, which tells what was
 * found; else what can be done about it. A rule without words in the person's language has the server's sentence for everybody.
 */
export function useProblemWords(): (problem: Pick<Problem, 'rule' | 'message'>) => string {
  const sayAdvice = useRuleAdvice();
  const { locale } = useIntl();
  return useCallback(({ rule, message }) => (locale.startsWith('en') ? message : (sayAdvice(rule) ?? message)), [sayAdvice, locale]);
}
