import { LinkButton } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import type { PageView } from '../../../../../shared/contracts/pages';
import { useAllowed } from '../../../requests/use-allowed';
import { useWords } from '../../../translations/use-words';
import { mendPath } from '../page-path';

/** Leads to where a page is mended that became no article, or was mended before. */
export function MendLink({ view: { lines, article, correction, run, page } }: { readonly view: PageView }) {
  const say = useWords();
  const may = useAllowed();
  const isMendable = lines !== null && (article === null || correction !== null) && run.kind === 'import';
  if (!may.correct || !isMendable) return null;
  return (
    <LinkButton tag={NavLink} to={mendPath(run.id, page)} variant="secondary" startIcon={<Pencil aria-hidden />}>
      {say('importer.pages.mend')}
    </LinkButton>
  );
}
