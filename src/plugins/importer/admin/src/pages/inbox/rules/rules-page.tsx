import { Link } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import type { SiteRule } from '../../../../../shared/contracts/inbox';
import { SectionPage } from '../../../parts/section-page';
import { useRequest } from '../../../requests/use-request';
import { Empty } from '../../../states/empty';
import { Show } from '../../../states/show';
import { useWords } from '../../../translations/use-words';
import { RuleTable } from './rule-table';

/** `/inbox/rules`: what the site's pages are read by besides what is recognised. */
export function RulesPage() {
  const say = useWords();
  const requested = useRequest<readonly SiteRule[]>('/importer/rules');
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
        {(rules) =>
          rules.length === 0 ? (
            <Empty title={say('importer.inbox.rules.none')}>{say('importer.inbox.rules.none-hint')}</Empty>
          ) : (
            <RuleTable rules={rules} onChanged={requested.reload} />
          )
        }
      </Show>
    </SectionPage>
  );
}
