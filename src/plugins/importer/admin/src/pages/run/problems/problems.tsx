import { Box, Flex, Typography } from '@strapi/design-system';
import type { Run, RuleCount } from '../../../../../shared/contracts/runs';
import { PanelBox } from '../../../parts/panel-box';
import { useRuleAdvice, useRuleWords } from '../../../parts/use-rule-words';
import { usePaging } from '../../../requests/use-paging';
import { useWords } from '../../../translations/use-words';
import { RuleButton } from './rule-button';

/** A run's problems, by what is wrong. A click shows the pages of one below. */
export function Problems({ run }: { readonly run: Run }) {
  const say = useWords();
  const sayRule = useRuleWords();
  const sayAdvice = useRuleAdvice();
  const { filter, setFilters } = usePaging();
  const advice = sayAdvice(filter('rule'));
  if (run.rules.length === 0) return null;

  const toggle = ({ rule, severity }: RuleCount, isChosen: boolean) => {
    setFilters({ rule: isChosen ? '' : rule, severity: isChosen ? '' : severity, action: '', q: '' });
    if (!isChosen) document.getElementById('entries')?.scrollIntoView({ behavior: 'smooth' });
  };
  return (
    <PanelBox
      title={say('importer.runs.problems.title')}
      aside={<Typography textColor="neutral600">{say('importer.runs.problems.hint')}</Typography>}
    >
      <Box>
        <Flex tag="ul" gap={2} wrap="wrap">
          {run.rules.map((count) => {
            const isChosen = filter('rule') === count.rule && ['', count.severity].includes(filter('severity'));
            return (
              <li key={`${count.rule} ${count.severity}`}>
                <RuleButton
                  count={count.count}
                  severity={count.severity}
                  isChosen={isChosen}
                  onClick={() => {
                    toggle(count, isChosen);
                  }}
                >
                  {sayRule(count.rule)}
                </RuleButton>
              </li>
            );
          })}
        </Flex>
        <Box role="status" paddingTop={advice === null ? 0 : 4}>
          <Typography textColor="neutral600">{advice}</Typography>
        </Box>
      </Box>
    </PanelBox>
  );
}
