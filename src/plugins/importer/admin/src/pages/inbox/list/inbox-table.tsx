import { Flex, Link, LinkButton, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { InboxItem } from '../../../../../shared/contracts/inbox';
import { type Column, DataTable } from '../../../parts/data-table';
import { useFieldWords } from '../../../parts/use-field-words';
import { useAllowed } from '../../../requests/use-allowed';
import { useWords } from '../../../translations/use-words';
import { LineProblems } from '../../page/lines/line-problems';
import { correctPath, pagePath } from '../../page/page-path';
import type { InboxKind } from './inbox-kinds';

interface InboxTableProps {
  readonly kind: InboxKind;
  readonly items: readonly InboxItem[];
  readonly isBusy: boolean;
}

/** A row for what needs a person, with what is the matter, and the way to where it is settled. */
export function InboxTable({ kind, items, isBusy }: InboxTableProps) {
  const say = useWords();
  const sayField = useFieldWords();
  const may = useAllowed();
  const pathOf = ({ run, page }: InboxItem) =>
    may.correct ? correctPath(run, page) + (kind === 'conflict' ? '&kind=conflict' : '') : pagePath(run, page);
  const columns: readonly Column<InboxItem>[] = [
    {
      name: 'page',
      label: say('importer.inbox.column.page'),
      cell: (item) => (
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <Link tag={NavLink} to={pathOf(item)}>
            {item.title ?? item.path}
          </Link>
          {item.title !== null && (
            <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
              {item.path}
            </Typography>
          )}
        </Flex>
      ),
    },
    {
      name: 'matter',
      label: say(kind === 'conflict' ? 'importer.inbox.column.fields' : 'importer.inbox.column.problems'),
      cell: ({ problems, conflicts }) =>
        kind === 'conflict' ? conflicts.map(({ field }) => sayField(field)).join(', ') : <LineProblems problems={problems} isBrief />,
    },
    {
      name: 'run',
      label: say('importer.inbox.column.run'),
      isNarrow: true,
      cell: ({ run }) => (
        <Link tag={NavLink} to={`/plugins/importer/runs/${run}`} aria-label={say('importer.pages.to-run', { run })}>
          {String(run)}
        </Link>
      ),
    },
    ...(may.correct
      ? [
          {
            name: 'do',
            label: say('importer.inbox.column.do'),
            isNarrow: true,
            cell: (item: InboxItem) => (
              <LinkButton
                tag={NavLink}
                to={pathOf(item)}
                variant="secondary"
                size="S"
                aria-label={`${say(DO[kind])}: ${item.title ?? item.path}`}
              >
                {say(DO[kind])}
              </LinkButton>
            ),
          },
        ]
      : []),
  ];
  return <DataTable caption={say('importer.inbox.title')} columns={columns} rows={items} keyOf={({ id }) => id} isBusy={isBusy} />;
}

const DO = { page: 'importer.inbox.do.correct', conflict: 'importer.inbox.do.settle', 'left-out': 'importer.inbox.do.look' } as const;
