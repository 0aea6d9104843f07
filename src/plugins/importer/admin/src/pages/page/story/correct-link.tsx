import { LinkButton } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import type { PageView } from '../../../../../shared/contracts/pages';
import { useAllowed } from '../../../requests/use-allowed';
import { useWords } from '../../../translations/use-words';
import { correctPath } from '../page-path';

/** Leads to where a page is corrected that became no article, or was corrected before. */
export function CorrectLink({ view: { lines, article, correction, run, page } }: { readonly view: PageView }) {
  const say = useWords();
  const may = useAllowed();
  const isCorrectable = lines !== null && (article === null || correction !== null) && run.kind === 'import';
  if (!may.correct || !isCorrectable) return null;
  return (
    <LinkButton tag={NavLink} to={correctPath(run.id, page)} variant="secondary" startIcon={<Pencil aria-hidden />}>
      {say('importer.pages.correct')}
    </LinkButton>
  );
}
