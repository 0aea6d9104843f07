import { useEffect } from 'react';
import type { Run } from '../../../../shared/contracts/runs';
import { PanelBox } from '../../parts/panel-box';
import { useRequest } from '../../requests/use-request';
import { Show } from '../../states/show';
import { useWords } from '../../translations/use-words';
import { ActionTable } from '../history/action-table';

/** Who did what with a run, and when. */
export function PeopleDid({ run }: { readonly run: Run }) {
  const say = useWords();
  const requested = useRequest('GET /runs/:id/actions', { params: { id: run.id } });
  const { reload } = requested;
  useEffect(reload, [run.state, reload]);
  return (
    <PanelBox title={say('importer.runs.did.title')}>
      <Show requested={requested}>
        {(actions) => (actions.length === 0 ? say('importer.runs.did.none') : <ActionTable actions={actions} of={run.id} />)}
      </Show>
    </PanelBox>
  );
}
