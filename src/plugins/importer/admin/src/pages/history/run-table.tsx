import { Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { Run } from '../../../../shared/contracts/runs';
import { type Column, DataTable } from '../../parts/data-table';
import { Moment } from '../../parts/moment';
import { StateBadge } from '../../parts/state-badge';
import { useDuration } from '../../parts/use-duration';
import { useMomentWords } from '../../parts/use-moment-words';
import { useRunTitle } from '../../parts/use-run-title';
import { useAllowed } from '../../requests/use-allowed';
import { useWords } from '../../translations/use-words';
import { UndoPreviewButton } from '../run/actions/undo-preview-button';
import { RunSummary } from './run-summary';

interface RunTableProps {
  readonly runs: readonly Run[];
  readonly isBusy: boolean;
}

/** Undoes a run, and tells until when that is possible. */
function UndoInTime({ id, until }: { readonly id: number; readonly until: string | null }) {
  const say = useWords();
  const sayMoment = useMomentWords();
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <UndoPreviewButton id={id} isInList />
      {until !== null && (
        <Typography variant="pi" textColor="neutral600">
          {say('importer.runs.history.undo-until', { date: sayMoment(until) })}
        </Typography>
      )}
    </Flex>
  );
}

/** A row a run; its name leads to it. */
export function RunTable({ runs, isBusy }: RunTableProps) {
  const say = useWords();
  const sayTitle = useRunTitle();
  const sayDuration = useDuration();
  const may = useAllowed();
  const columns: readonly Column<Run>[] = [
    {
      name: 'run',
      label: say('importer.runs.history.run'),
      cell: (run) => (
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <Link tag={NavLink} to={`/plugins/importer/runs/${run.id}`}>
            {sayTitle(run)}
          </Link>
          <Typography variant="pi" textColor="neutral600">
            {run.source.join(', ')}
          </Typography>
        </Flex>
      ),
    },
    { name: 'state', label: say('importer.runs.facts.state'), cell: ({ state }) => <StateBadge state={state} />, isNarrow: true },
    {
      name: 'started',
      label: say('importer.runs.facts.started'),
      cell: ({ startedAt, by }) => (
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <Moment at={startedAt} />
          <Typography variant="pi" textColor="neutral600">
            {by}
          </Typography>
        </Flex>
      ),
    },
    { name: 'duration', label: say('importer.runs.facts.duration'), cell: ({ durationMs }) => sayDuration(durationMs), isNarrow: true },
    { name: 'counts', label: say('importer.runs.history.counts'), cell: (run) => <RunSummary run={run} /> },
    ...(may.undo
      ? [
          {
            name: 'undo',
            label: say('importer.runs.history.undo'),
            cell: ({ id, canUndo, undoUntil }: Run) => canUndo && <UndoInTime id={id} until={undoUntil} />,
            isNarrow: true,
          },
        ]
      : []),
  ];
  return <DataTable caption={say('importer.runs.history.title')} columns={columns} rows={runs} keyOf={({ id }) => id} isBusy={isBusy} />;
}
