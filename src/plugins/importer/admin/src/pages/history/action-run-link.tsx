import { Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { ActionRun } from '../../../../shared/contracts/actions';
import { useRunTitle } from '../../parts/use-run-title';
import { useWords } from '../../translations/use-words';

/** Leads to the run that something was done with, as long as there is one. */
export function ActionRunLink({ run: { id, kind, undoes } }: { readonly run: ActionRun }) {
  const say = useWords();
  const sayTitle = useRunTitle();
  if (kind === null) return <Typography textColor="neutral600">{say('importer.runs.did.gone', { id })}</Typography>;
  return (
    <Link tag={NavLink} to={`/plugins/importer/runs/${id}`}>
      {sayTitle({ id, kind, undoes })}
    </Link>
  );
}
