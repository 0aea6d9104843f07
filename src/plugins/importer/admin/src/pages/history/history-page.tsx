import { Box, Flex, Link, LinkButton } from '@strapi/design-system';
import { Upload } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import type { ListPage } from '../../../../shared/contracts/list';
import type { Run } from '../../../../shared/contracts/runs';
import { Pager } from '../../parts/pager';
import { SectionPage } from '../../parts/section-page';
import { maySee, useAllowed } from '../../requests/use-allowed';
import { usePaging } from '../../requests/use-paging';
import { useRequest } from '../../requests/use-request';
import { Empty } from '../../states/empty';
import { Show } from '../../states/show';
import { useWords } from '../../translations/use-words';
import { goesOn } from '../run/poll-run';
import { RunTable } from './run-table';

const pollAfter = ({ items }: ListPage<Run>) => (items.some(goesOn) ? 3000 : null);

/** All imports and undoings, the newest first. */
export function HistoryPage() {
  const say = useWords();
  const may = useAllowed();
  const { query } = usePaging();
  const requested = useRequest('GET /runs', { query }, { keepsLast: true, pollAfter });
  const links = (
    <Flex gap={4} wrap="wrap">
      {may.view && (
        <Link tag={NavLink} to="/plugins/importer/runs/actions">
          {say('importer.runs.did.title')}
        </Link>
      )}
      {maySee(may, 'order') && (
        <LinkButton tag={NavLink} to="/plugins/importer/import" startIcon={<Upload />}>
          {say('importer.runs.history.import')}
        </LinkButton>
      )}
    </Flex>
  );
  return (
    <SectionPage title={say('importer.runs.history.title')} subtitle={say('importer.runs.history.subtitle')} actions={links}>
      <Show requested={requested}>
        {(list) =>
          list.items.length === 0 ? (
            <Empty title={say('importer.runs.history.none')}>{say('importer.runs.history.none-hint')}</Empty>
          ) : (
            <Box>
              <RunTable runs={list.items} isBusy={requested.isLoading} />
              <Pager list={list} />
            </Box>
          )
        }
      </Show>
    </SectionPage>
  );
}
