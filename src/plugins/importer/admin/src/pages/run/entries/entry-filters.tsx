import { Field, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import type { EntryAction, Run } from '../../../../../shared/contracts/runs';
import { ACTIONS } from '../../../parts/action-label';
import { useRuleWords } from '../../../parts/use-rule-words';
import type { Paging } from '../../../requests/use-paging';
import { useWords } from '../../../translations/use-words';
import { TextFilter } from './text-filter';

const ALL = 'all';
const IMPORTED: readonly EntryAction[] = [
  'create',
  'update',
  'keep',
  'duplicate',
  'quarantine',
  'leave-out',
  'site',
  'partner',
  'category',
];
const UNDONE: readonly EntryAction[] = ['remove', 'restore', 'keep'];

interface EntryFiltersProps extends Pick<Paging, 'filter' | 'setFilters'> {
  readonly run: Run;
}

/** Narrows the table: by what became of a page, by problem, and by words of its name or headline. */
export function EntryFilters({ run, filter, setFilters }: EntryFiltersProps) {
  const say = useWords();
  const sayRule = useRuleWords();
  const actions = run.kind === 'undo' || run.kind === 'undo-preview' ? UNDONE : IMPORTED;
  const rules = [...new Set(run.rules.map(({ rule }) => rule))];
  const choose = (name: string) => (value: string | number) => {
    setFilters({ severity: '', [name]: value === ALL ? '' : String(value) });
  };

  return (
    <Flex gap={4} wrap="wrap" alignItems="flex-end">
      <Field.Root name="action" flex="1 1 18rem" maxWidth={{ initial: '100%', medium: '28rem' }}>
        <Field.Label>{say('importer.runs.filter.action')}</Field.Label>
        <SingleSelect size="S" value={filter('action') || ALL} onChange={choose('action')}>
          <SingleSelectOption value={ALL}>{say('importer.runs.filter.all')}</SingleSelectOption>
          {actions.map((action) => (
            <SingleSelectOption key={action} value={action}>
              {say(ACTIONS[action].word)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      {rules.length > 0 && (
        <Field.Root name="rule" flex="1 1 18rem" maxWidth={{ initial: '100%', medium: '28rem' }}>
          <Field.Label>{say('importer.runs.filter.rule')}</Field.Label>
          <SingleSelect size="S" value={filter('rule') || ALL} onChange={choose('rule')}>
            <SingleSelectOption value={ALL}>{say('importer.runs.filter.all')}</SingleSelectOption>
            {rules.map((rule) => (
              <SingleSelectOption key={rule} value={rule}>
                {sayRule(rule)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      )}
      <TextFilter value={filter('q')} onChange={(q) => setFilters({ q })} />
    </Flex>
  );
}
