import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Problem } from '../../../../../shared/contracts/runs';
import { SeverityLabel } from '../../../parts/severity-label';
import { useRuleWords } from '../../../parts/use-rule-words';

/** What is wrong with a line, or with a page: in the person's language, and in the server's own sentence for those who read English. */
export function LineProblems({ problems }: { readonly problems: readonly Problem[] }) {
  const sayRule = useRuleWords();
  const intl = useIntl();
  const readsEnglish = intl.locale.startsWith('en');
  if (problems.length === 0) return null;
  return (
    <Flex tag="span" className="problems" direction="column" alignItems="flex-start" gap={1} paddingTop={1}>
      {problems.map((problem) => (
        <Flex key={`${problem.rule} ${problem.found}`} tag="span" gap={2} wrap="wrap">
          <SeverityLabel severity={problem.severity} />
          <Typography fontWeight="semiBold">{sayRule(problem.rule)}</Typography>
          {(readsEnglish || sayRule(problem.rule) === problem.rule) && <Typography textColor="neutral600">{problem.message}</Typography>}
        </Flex>
      ))}
    </Flex>
  );
}
