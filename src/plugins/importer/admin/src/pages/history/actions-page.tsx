import { Box, Link } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import { Pager } from '../../parts/pager';
import { SectionPage } from '../../parts/section-page';
import { usePaging } from '../../requests/use-paging';
import { useRequest } from '../../requests/use-request';
import { Empty } from '../../states/empty';
import { Show } from '../../states/show';
import { useWords } from '../../translations/use-words';
import { ActionTable } from './action-table';

/** `/runs/actions`: all that people did in the importer, the newest first. */
export function ActionsPage() {
  const say = useWords();
  const { query } = usePaging();
  const requested = useRequest('GET /actions', { query }, { keepsLast: true });
  return (
    <SectionPage
      title={say('importer.runs.did.title')}
      subtitle={say('importer.runs.did.subtitle')}
      navigation={
        <Link tag={NavLink} to="/plugins/importer/runs" end startIcon={<ArrowLeft aria-hidden />}>
          {say('importer.runs.history.title')}
        </Link>
      }
    >
      <Show requested={requested}>
        {(list) =>
          list.items.length === 0 ? (
            <Empty title={say('importer.runs.did.none-at-all')} />
          ) : (
            <Box>
              <ActionTable actions={list.items} isBusy={requested.isLoading} />
              <Pager list={list} />
            </Box>
          )
        }
      </Show>
    </SectionPage>
  );
}
