import { Link } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { NavLink, useParams, useSearchParams } from 'react-router-dom';
import { SectionPage } from '../../parts/section-page';
import { useWords } from '../../translations/use-words';
import { PageProvenance } from './page-provenance';

/** `/runs/:id/page?name=`: a page of a run, and what became of it. */
export function ProvenancePage() {
  const say = useWords();
  const run = Number(useParams()['id']);
  const name = useSearchParams()[0].get('name') ?? '';
  return (
    <SectionPage
      title={say('importer.pages.title')}
      subtitle={name}
      navigation={
        <Link tag={NavLink} to={`/plugins/importer/runs/${run}`} startIcon={<ArrowLeft aria-hidden />}>
          {say('importer.runs.title', { id: run })}
        </Link>
      }
    >
      <PageProvenance run={run} name={name} />
    </SectionPage>
  );
}
