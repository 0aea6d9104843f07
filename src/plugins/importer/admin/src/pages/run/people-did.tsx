import { useEffect } from 'react';
import type { Run, RunAction } from '../../../../shared/contracts/runs';
import { type Column, DataTable } from '../../parts/data-table';
import { Moment } from '../../parts/moment';
import { PanelBox } from '../../parts/panel-box';
import { useRequest } from '../../requests/use-request';
import { Show } from '../../states/show';
import { useWords, type Word } from '../../translations/use-words';

const DONE: Readonly<Record<string, Word>> = {
  start: 'importer.runs.did.start',
  pause: 'importer.runs.did.pause',
  resume: 'importer.runs.did.resume',
  cancel: 'importer.runs.did.cancel',
  undo: 'importer.runs.did.undo',
  correct: 'importer.runs.did.correct',
  'leave-out': 'importer.runs.did.leave-out',
  'take-in': 'importer.runs.did.take-in',
  settle: 'importer.runs.did.settle',
};

/** Who did what with a run, and when. */
export function PeopleDid({ run }: { readonly run: Run }) {
  const say = useWords();
  const requested = useRequest<readonly RunAction[]>(`/importer/runs/${run.id}/actions`);
  const { reload } = requested;
  useEffect(reload, [run.state, reload]);
  const columns: readonly Column<RunAction>[] = [
    { name: 'at', label: say('importer.runs.did.at'), cell: ({ at }) => <Moment at={at} />, isNarrow: true },
    { name: 'by', label: say('importer.runs.did.by'), cell: ({ by }) => by },
    { name: 'action', label: say('importer.runs.did.action'), cell: ({ action }) => (DONE[action] ? say(DONE[action]) : action) },
    { name: 'about', label: say('importer.runs.did.about'), cell: ({ about }) => about },
  ];
  return (
    <PanelBox title={say('importer.runs.did.title')}>
      <Show requested={requested}>
        {(actions) =>
          actions.length === 0 ? (
            say('importer.runs.did.none')
          ) : (
            <DataTable
              caption={say('importer.runs.did.title')}
              columns={columns}
              rows={actions}
              keyOf={({ at, action, about }) => `${at} ${action} ${about ?? ''}`}
            />
          )
        }
      </Show>
    </PanelBox>
  );
}
