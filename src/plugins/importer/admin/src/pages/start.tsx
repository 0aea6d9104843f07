import { Page } from '@strapi/strapi/admin';
import { Navigate } from 'react-router-dom';
import { useAllowed } from '../requests/use-allowed';

/** Leads to the first section that the person may see. */
export function Start() {
  const may = useAllowed();
  if (may.isLoading) return <Page.Loading />;
  const first = may.preview || may.run ? 'import' : may.view ? 'runs' : may.partners ? 'partners' : null;
  return first === null ? <Page.NoPermissions /> : <Navigate to={`/plugins/importer/${first}`} replace />;
}
