import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Problem } from '../../../../../shared/contracts/runs';
import { SeverityLabel } from '../../../parts/severity-label';
import { useFoundWords, useRuleAdvice, useRuleWords } from '../../../parts/use-rule-words';

interface LineProblemsProps {
  readonly problems: readonly Problem[];
  /** In a list, where what can be done about it would be said over and over. */
  readonly isBrief?: boolean;
}

/** What is wrong with a line, or with a page, and what to do: in the person's language, and in the server's own sentence for those who read English. */
export function LineProblems({ problems, isBrief = false }: LineProblemsProps) {
  const sayRule = useRuleWords();
  const sayAdvice = useRuleAdvice();
  const sayFound = useFoundWords();
  const intl = useIntl();
  const readsEnglish = intl.locale.startsWith('en');
  if (problems.length === 0) return null;
  return (
    <Flex tag="span" className="problems" direction="column" alignItems="flex-start" gap={1} paddingTop={1}>
      {problems.map(({ rule, severity, found, message }) => {
        const advice = sayAdvice(rule);
        const sentence = readsEnglish || advice === null ? message : sayFound({ rule, found });
        return (
          <Flex key={`${rule} ${found}`} tag="span" gap={2} wrap="wrap">
            <SeverityLabel severity={severity} />
            <Typography fontWeight="semiBold">{sayRule(rule)}</Typography>
            {sentence !== null && <Typography textColor="neutral600">{sentence}</Typography>}
            {!isBrief && advice !== null && <Typography textColor="neutral600">{advice}</Typography>}
          </Flex>
        );
      })}
    </Flex>
  );
}
