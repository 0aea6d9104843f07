import { useRequest } from '../../requests/use-request';
import { Show } from '../../states/show';
import { PageBesideStory } from './page-beside-story';

interface PageProvenanceProps {
  readonly run: number;
  /** The page's name in the ledger. */
  readonly name: string;
}

/** Where each field of an article comes from: the page's text with its lines marked, beside the article. */
export function PageProvenance({ run, name }: PageProvenanceProps) {
  const requested = useRequest('GET /runs/:id/pages', { params: { id: run }, query: { name } });
  return <Show requested={requested}>{(view) => <PageBesideStory view={view} />}</Show>;
}
