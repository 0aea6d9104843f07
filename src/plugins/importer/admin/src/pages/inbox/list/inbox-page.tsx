import { Box, Flex, Link } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { Pager } from '../../../parts/pager';
import { SectionPage } from '../../../parts/section-page';
import { usePaging } from '../../../requests/use-paging';
import { useRequest } from '../../../requests/use-request';
import { Empty } from '../../../states/empty';
import { FaultBanner } from '../../../states/fault-banner';
import { Show } from '../../../states/show';
import { useWords } from '../../../translations/use-words';
import { InboxFilters } from './inbox-filters';
import { InboxKinds, readKind } from './inbox-kinds';
import { InboxTable } from './inbox-table';

/** `/inbox`: what needs a person. */
export function InboxPage() {
  const say = useWords();
  const paging = usePaging(['rule', 'q']);
  const kind = readKind(paging.filter('kind'));
  const summary = useRequest('GET /inbox/summary', {});
  const requested = useRequest('GET /inbox', { query: { ...paging.query, kind } }, { keepsLast: true });
  const isFiltered = paging.filter('rule') !== '' || paging.filter('q') !== '';
  const nothing = {
    page: 'importer.inbox.no-pages',
    conflict: 'importer.inbox.no-conflicts',
    'left-out': 'importer.inbox.none-left-out',
  } as const;

  return (
    <SectionPage
      title={say('importer.inbox.title')}
      subtitle={say('importer.inbox.subtitle')}
      actions={
        <Link tag={NavLink} to="/plugins/importer/inbox/rules">
          {say('importer.inbox.to-rules')}
        </Link>
      }
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <InboxKinds kind={kind} summary={summary.data} onChange={(chosen) => paging.setFilters({ kind: chosen, rule: '', q: '' })} />
        {summary.fault !== null && !summary.isLost && <FaultBanner fault={summary.fault} retry={summary.reload} />}
        <InboxFilters kind={kind} rules={summary.data?.rules ?? []} {...paging} />
        <Show requested={requested}>
          {(list) =>
            list.items.length === 0 ? (
              <Empty title={say(isFiltered ? 'importer.inbox.none-fit' : nothing[kind])}>
                {!isFiltered && kind !== 'left-out' && say('importer.inbox.nothing-to-do')}
              </Empty>
            ) : (
              <Box>
                <InboxTable kind={kind} items={list.items} isBusy={requested.isLoading} />
                <Pager list={list} />
              </Box>
            )
          }
        </Show>
      </Flex>
    </SectionPage>
  );
}
