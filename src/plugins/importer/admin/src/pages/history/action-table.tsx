import { Flex } from '@strapi/design-system';
import type { PersonAction } from '../../../../shared/contracts/actions';
import { type Column, DataTable } from '../../parts/data-table';
import { Moment } from '../../parts/moment';
import { FIELDS, useFieldWords } from '../../parts/use-field-words';
import { useWords } from '../../translations/use-words';
import { ActionRunLink } from './action-run-link';
import { ACTION_WORDS } from './action-words';

interface ActionTableProps {
  readonly actions: readonly PersonAction[];
  /** The run that the table is about: only other runs are named then, where there are any. */
  readonly of?: number;
  readonly isBusy?: boolean;
}

/** What the server says of a rule is its field and its page. */
const RULE = /^(\w+): (.*)$/su;

const isField = (name: string | undefined): name is keyof typeof FIELDS => name !== undefined && name in FIELDS;

/** Who did what, when, and with which run. */
export function ActionTable({ actions, of, isBusy = false }: ActionTableProps) {
  const say = useWords();
  const sayField = useFieldWords();
  const sayAbout = ({ action, about }: PersonAction) => {
    const [, field, page] = (action === 'remove-rule' && RULE.exec(about ?? '')) || [];
    return isField(field) ? `${sayField(field)}: ${page ?? ''}` : about;
  };
  const runsOf = ({ runs }: PersonAction) => runs.filter(({ id }) => id !== of);
  const namesRuns = of === undefined || actions.some((action) => runsOf(action).length > 0);
  const columns: readonly Column<PersonAction>[] = [
    { name: 'at', label: say('importer.runs.did.at'), cell: ({ at }) => <Moment at={at} />, isNarrow: true },
    { name: 'by', label: say('importer.runs.did.by'), cell: ({ by }) => by },
    { name: 'action', label: say('importer.runs.did.action'), cell: ({ action }) => say(ACTION_WORDS[action]) },
    { name: 'about', label: say('importer.runs.did.about'), cell: sayAbout },
    ...(namesRuns
      ? [
          {
            name: 'runs',
            label: say('importer.runs.history.run'),
            cell: (action: PersonAction) =>
              runsOf(action).length > 0 && (
                <Flex direction="column" alignItems="flex-start" gap={1}>
                  {runsOf(action).map((run) => (
                    <ActionRunLink key={run.id} run={run} />
                  ))}
                </Flex>
              ),
          },
        ]
      : []),
  ];
  return <DataTable caption={say('importer.runs.did.title')} columns={columns} rows={actions} keyOf={({ id }) => id} isBusy={isBusy} />;
}
