import { Flex } from '@strapi/design-system';
import { useEffect, useState } from 'react';
import type { Run } from '../../../../shared/contracts/runs';
import { PageTurner } from '../../parts/page-turner';
import { PanelBox } from '../../parts/panel-box';
import { useRequest } from '../../requests/use-request';
import { Show } from '../../states/show';
import { useWords } from '../../translations/use-words';
import { ActionTable } from '../history/action-table';

const PAGE_SIZE = 20;

/** Who did what with a run, and when. */
export function PeopleDid({ run }: { readonly run: Run }) {
  const say = useWords();
  const [page, setPage] = useState(1);
  const query = { page, pageSize: PAGE_SIZE };
  const requested = useRequest('GET /runs/:id/actions', { params: { id: run.id }, query }, { keepsLast: true });
  const { reload } = requested;
  useEffect(reload, [run.state, reload]);
  return (
    <PanelBox title={say('importer.runs.did.title')}>
      <Show requested={requested}>
        {(list) =>
          list.total === 0 ? (
            say('importer.runs.did.none')
          ) : (
            <Flex direction="column" alignItems="stretch" gap={3}>
              <ActionTable actions={list.items} of={run.id} isBusy={requested.isLoading} />
              <PageTurner list={list} onTurn={setPage} />
            </Flex>
          )
        }
      </Show>
    </PanelBox>
  );
}
