import { Flex, Typography } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import type { SiteRule } from '../../../../../shared/contracts/inbox';
import { ConfirmButton } from '../../../parts/confirm-button';
import { type Column, DataTable } from '../../../parts/data-table';
import { Moment } from '../../../parts/moment';
import { useAllowed } from '../../../requests/use-allowed';
import { useTellingSend } from '../../../requests/use-telling-send';
import { useWords } from '../../../translations/use-words';
import { useFieldLabels } from '../../../parts/use-field-labels';
import { useFindingWords } from './use-finding-words';

interface RuleTableProps {
  readonly rules: readonly SiteRule[];
  readonly isBusy: boolean;
  readonly onChanged: () => void;
}

/** A row a rule: what it gives, how it finds it, and who made it. */
export function RuleTable({ rules, isBusy, onChanged }: RuleTableProps) {
  const say = useWords();
  const nameOf = useFieldLabels();
  const sayFinding = useFindingWords();
  const may = useAllowed();
  const { send, isSending } = useTellingSend();
  const remove = async (id: number) => {
    if ((await send('DELETE /rules/:id', { params: { id } })) !== null) onChanged();
  };
  const columns: readonly Column<SiteRule>[] = [
    { name: 'field', label: say('importer.inbox.rules.field'), cell: ({ field }) => nameOf(field), isNarrow: true },
    { name: 'finding', label: say('importer.inbox.rules.finding'), cell: ({ finding }) => sayFinding(finding) },
    {
      name: 'made',
      label: say('importer.inbox.rules.made'),
      cell: ({ by, at, page }) => (
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <Typography>
            {by}, <Moment at={at} />
          </Typography>
          <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
            {page}
          </Typography>
        </Flex>
      ),
    },
    ...(may.correct
      ? [
          {
            name: 'delete',
            label: say('importer.inbox.rules.delete'),
            isNarrow: true,
            cell: ({ id, field }: SiteRule) => (
              <ConfirmButton
                label={say('importer.inbox.rules.delete')}
                icon={<Trash aria-hidden />}
                title={say('importer.inbox.rules.delete-title', { field: nameOf(field) })}
                question={say('importer.inbox.rules.delete-question')}
                isDisabled={isSending}
                onConfirm={() => void remove(id)}
              />
            ),
          },
        ]
      : []),
  ];
  return <DataTable caption={say('importer.inbox.rules.title')} columns={columns} rows={rules} keyOf={({ id }) => id} isBusy={isBusy} />;
}
