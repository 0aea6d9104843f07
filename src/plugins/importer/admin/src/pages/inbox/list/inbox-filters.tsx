import { Field, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import type { InboxSummary } from '../../../../../shared/contracts/inbox';
import { useRuleWords } from '../../../parts/use-rule-words';
import type { Paging } from '../../../requests/use-paging';
import { useWords } from '../../../translations/use-words';
import { TextFilter } from '../../run/entries/text-filter';
import type { InboxKind } from './inbox-kinds';

const ALL = 'all';

interface InboxFiltersProps extends Pick<Paging, 'filter' | 'setFilters'> {
  readonly kind: InboxKind;
  readonly rules: InboxSummary['rules'];
}

/** Narrows the inbox: by what is wrong with a page, and by words of its name or headline. */
export function InboxFilters({ kind, rules, filter, setFilters }: InboxFiltersProps) {
  const say = useWords();
  const sayRule = useRuleWords();
  return (
    <Flex gap={4} wrap="wrap" alignItems="flex-end">
      {kind === 'page' && rules.length > 0 && (
        <Field.Root name="rule" flex="1 1 18rem" maxWidth={{ initial: '100%', medium: '32rem' }}>
          <Field.Label>{say('importer.inbox.filter.rule')}</Field.Label>
          <SingleSelect
            size="S"
            value={filter('rule') || ALL}
            onChange={(value) => setFilters({ rule: value === ALL ? '' : String(value) })}
          >
            <SingleSelectOption value={ALL}>{say('importer.inbox.filter.all')}</SingleSelectOption>
            {rules.map(({ rule, count }) => (
              <SingleSelectOption key={rule} value={rule}>
                {say('importer.inbox.filter.rule-count', { rule: sayRule(rule), count })}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      )}
      <TextFilter value={filter('q')} onChange={(q) => setFilters({ q })} />
    </Flex>
  );
}
