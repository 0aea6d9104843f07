import { Flex, Typography } from '@strapi/design-system';
import type { Entry } from '../../../../../shared/contracts/runs';
import { IconLabel } from '../../../parts/icon-label';
import { useFieldWords } from '../../../parts/use-field-words';
import { useReasonWords } from '../../../parts/use-reason-words';
import { useProblemWords } from '../../../parts/use-problem-words';
import { useRuleWords } from '../../../parts/use-rule-words';
import { CrossCircle, Pencil, WarningCircle } from '@strapi/icons';
import { useWords } from '../../../translations/use-words';

/** Why it became what it did, what is wrong with it, and what page and editor disagree on. */
export function EntryReason({ entry }: { readonly entry: Entry }) {
  const say = useWords();
  const sayRule = useRuleWords();
  const sayProblem = useProblemWords();
  const sayReason = useReasonWords();
  const sayField = useFieldWords();
  const { problems, conflicts } = entry;
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      {problems.length === 0 && <Typography>{sayReason(entry)}</Typography>}
      {problems.map(({ rule, severity, line, found, message }) => (
        <Flex key={`${rule} ${line ?? ''} ${message}`} direction="column" alignItems="flex-start">
          <IconLabel icon={severity === 'error' ? CrossCircle : WarningCircle} tone={severity === 'error' ? 'danger' : 'warning'}>
            {line === null ? sayRule(rule) : say('importer.runs.entries.at-line', { rule: sayRule(rule), line })}
          </IconLabel>
          <Typography variant="pi" textColor="neutral600">
            {sayProblem({ rule, found, message })}
          </Typography>
        </Flex>
      ))}
      {conflicts.length > 0 && (
        <IconLabel icon={Pencil} tone="alternative">
          {say('importer.runs.entries.conflicts', { fields: conflicts.map(({ field }) => sayField(field)).join(', ') })}
        </IconLabel>
      )}
    </Flex>
  );
}
