import { Link } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { NavLink, useSearchParams } from 'react-router-dom';
import { SectionPage } from '../../../parts/section-page';
import { useRequest } from '../../../requests/use-request';
import { Show } from '../../../states/show';
import { useWords } from '../../../translations/use-words';
import { ConflictBeside } from '../conflicts/conflict-beside';
import { CorrectBeside } from './correct-beside';
import { Outcome } from './outcome';
import { useSettling } from './use-settling';

/** `/inbox/correct?run=&name=`: what an editor decides about a page. With `&kind=conflict`, about what an editor has changed before. */
export function CorrectPage() {
  const [params] = useSearchParams();
  const order = { run: Number(params.get('run')), page: params.get('name') ?? '' };
  const kind = params.get('kind') === 'conflict' ? 'conflict' : 'page';
  // A page of its own for each: nothing of the last one is kept.
  return <CorrectOne key={`${kind} ${order.run} ${order.page}`} kind={kind} {...order} />;
}

interface CorrectOneProps {
  readonly run: number;
  readonly page: string;
  readonly kind: 'page' | 'conflict';
}

function CorrectOne({ run, page, kind }: CorrectOneProps) {
  const say = useWords();
  const requested = useRequest('GET /runs/:id/pages', { params: { id: run }, query: { name: page } });
  const settling = useSettling({ run, page });
  const { settled } = settling;
  const back = kind === 'conflict' ? '?kind=conflict' : '';

  return (
    <SectionPage
      title={say(kind === 'conflict' ? 'importer.inbox.conflict.title' : 'importer.inbox.correct.page-title')}
      subtitle={requested.data?.path ?? page}
      navigation={
        <Link tag={NavLink} to={`/plugins/importer/inbox${back}`} startIcon={<ArrowLeft aria-hidden />}>
          {say('importer.inbox.back')}
        </Link>
      }
    >
      {settled !== null && (
        <Outcome
          settled={settled}
          page={page}
          kind={kind}
          onAgain={() => {
            settling.again();
            requested.reload();
          }}
        />
      )}
      {settled === null && (
        <Show requested={requested}>
          {(view) =>
            kind === 'conflict' ? (
              <ConflictBeside view={view} page={page} settling={settling} />
            ) : (
              <CorrectBeside view={view} settling={settling} />
            )
          }
        </Show>
      )}
    </SectionPage>
  );
}
