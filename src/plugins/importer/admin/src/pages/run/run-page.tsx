import { useParams } from 'react-router-dom';
import { SectionPage } from '../../parts/section-page';
import { useRunTitle } from '../../parts/use-run-title';
import { useRequest } from '../../requests/use-request';
import { Show } from '../../states/show';
import { useWords } from '../../translations/use-words';
import { RunActions } from './actions/run-actions';
import { pollRun } from './poll-run';
import { RunDetails } from './run-details';

/** An import, a preview of one, an undoing, or a preview of that: while it goes on, and after. */
export function RunPage() {
  const say = useWords();
  const sayTitle = useRunTitle();
  const { id = '' } = useParams();
  const requested = useRequest('GET /runs/:id', { params: { id } }, { pollAfter: pollRun });
  const run = requested.data;
  return (
    <SectionPage
      title={run === null ? say('importer.runs.title', { id }) : sayTitle(run)}
      subtitle={run?.source.join(', ')}
      actions={run && <RunActions run={run} reload={requested.reload} />}
    >
      <Show requested={requested}>{(data) => <RunDetails run={data} />}</Show>
    </SectionPage>
  );
}
