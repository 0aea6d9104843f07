import { Box, Link } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import { Pager } from '../../../parts/pager';
import { SectionPage } from '../../../parts/section-page';
import { usePaging } from '../../../requests/use-paging';
import { useRequest } from '../../../requests/use-request';
import { Empty } from '../../../states/empty';
import { Show } from '../../../states/show';
import { useWords } from '../../../translations/use-words';
import { RuleTable } from './rule-table';

/** `/inbox/rules`: what the site's pages are read by besides what is recognised. */
export function RulesPage() {
  const say = useWords();
  const { query } = usePaging();
  const requested = useRequest('GET /rules', { query }, { keepsLast: true });
  return (
    <SectionPage
      title={say('importer.inbox.rules.title')}
      subtitle={say('importer.inbox.rules.subtitle')}
      navigation={
        <Link tag={NavLink} to="/plugins/importer/inbox" startIcon={<ArrowLeft aria-hidden />}>
          {say('importer.inbox.back')}
        </Link>
      }
    >
      <Show requested={requested}>
        {(list) =>
          list.total === 0 ? (
            <Empty title={say('importer.inbox.rules.none')}>{say('importer.inbox.rules.none-hint')}</Empty>
          ) : (
            <Box>
              <RuleTable rules={list.items} isBusy={requested.isLoading} onChanged={requested.reload} />
              <Pager list={list} />
            </Box>
          )
        }
      </Show>
    </SectionPage>
  );
}
