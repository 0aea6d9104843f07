import { Link } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { Run } from '../../../../shared/contracts/runs';
import { Banner } from '../../parts/banner';
import { useMessageWords } from '../../parts/use-message-words';
import { useWords, type Word } from '../../translations/use-words';

/** What has interrupted a run, and how it goes on: that depends on who carries it out, and on where its pages are. */
function interruptedWord({ isServed, canResume }: Run): Word {
  if (isServed) return 'importer.runs.notice.interrupted';
  return canResume ? 'importer.runs.notice.interrupted-command' : 'importer.runs.notice.interrupted-input';
}

/** What somebody must know of a run before its numbers; and of one long ago, that its pages are not listed any more. */
export function RunNotice({ run }: { readonly run: Run }) {
  const say = useWords();
  if (run.isKept) return <NoticeOfState run={run} />;
  return (
    <>
      <NoticeOfState run={run} />
      <Banner tone="primary">{say('importer.runs.notice.not-kept')}</Banner>
    </>
  );
}

function NoticeOfState({ run }: { readonly run: Run }) {
  const say = useWords();
  const sayMessage = useMessageWords();
  const undone = run.undoes !== null && (
    <Link tag={NavLink} to={`/plugins/importer/runs/${run.undoes}`}>
      {say('importer.runs.notice.open-undone', { id: run.undoes })}
    </Link>
  );
  if (run.state === 'failed') {
    return (
      <Banner tone="danger">
        {run.failure === null ? say('importer.runs.notice.failed') : sayMessage(run.failure)}{' '}
        {run.canResume && say('importer.runs.notice.can-go-on')}
      </Banner>
    );
  }
  if (run.state === 'interrupted') return <Banner tone="warning">{say(interruptedWord(run))}</Banner>;
  if (run.state === 'cancelled' && run.kind === 'import') {
    return (
      <Banner tone="warning">{say('importer.runs.notice.cancelled', { position: run.position, total: run.total ?? run.position })}</Banner>
    );
  }
  if (run.kind === 'preview') return <Banner tone="primary">{say('importer.runs.notice.preview')}</Banner>;
  if (run.kind === 'undo-preview') {
    return (
      <Banner tone="primary" action={undone}>
        {say('importer.runs.notice.undo-preview')}
      </Banner>
    );
  }
  if (run.kind === 'undo') {
    return (
      <Banner tone="primary" action={undone}>
        {say('importer.runs.notice.undo')}
      </Banner>
    );
  }
  if (run.state === 'undone') return <Banner tone="primary">{say('importer.runs.notice.undone')}</Banner>;
  return null;
}
