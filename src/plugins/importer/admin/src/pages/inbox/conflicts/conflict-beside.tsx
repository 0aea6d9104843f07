import type { PageView } from '../../../../../shared/contracts/pages';
import { PanelBox } from '../../../parts/panel-box';
import { useRequest } from '../../../requests/use-request';
import { Empty } from '../../../states/empty';
import { Show } from '../../../states/show';
import { useWords } from '../../../translations/use-words';
import { PageLines } from '../../page/lines/page-lines';
import { TwoColumns } from '../../page/two-columns';
import type { Settling } from '../correct/use-settling';
import { ConflictForm } from './conflict-form';

/** The server searches for no more. A name's end tells more than its beginning. */
const LONGEST_QUERY = 200;

interface ConflictBesideProps {
  readonly view: PageView;
  readonly page: string;
  readonly settling: Settling;
}

/** Fields that page and editor both changed, with the page's text below. */
export function ConflictBeside({ view, page, settling }: ConflictBesideProps) {
  const say = useWords();
  const requested = useRequest('GET /inbox', { query: { kind: 'conflict', q: page.slice(-LONGEST_QUERY), page: 1, pageSize: 100 } });
  return (
    <TwoColumns>
      <Show requested={requested}>
        {({ items }) => {
          const item = items.find((one) => one.page === page);
          return item === undefined ? (
            <Empty title={say('importer.inbox.conflict.none')} />
          ) : (
            <ConflictForm conflicts={item.conflicts} view={view} settling={settling} />
          );
        }}
      </Show>
      <PanelBox title={say('importer.pages.text')}>
        <PageLines lines={view.lines ?? []} problems={view.problems} />
      </PanelBox>
    </TwoColumns>
  );
}
