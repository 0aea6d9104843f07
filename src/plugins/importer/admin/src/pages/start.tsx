import { Page } from '@strapi/strapi/admin';
import { Navigate } from 'react-router-dom';
import { maySee, useAllowed } from '../requests/use-allowed';

/** Leads to the first section that the person may see. */
export function Start() {
  const may = useAllowed();
  if (may.isLoading) return <Page.Loading />;
  const sections = [
    maySee(may, 'order') && 'import',
    maySee(may, 'history') && 'runs',
    maySee(may, 'inbox') && 'inbox',
    may.partners && 'partners',
  ];
  const first = sections.find((section) => section !== false);
  return first === undefined ? <Page.NoPermissions /> : <Navigate to={`/plugins/importer/${first}`} replace />;
}
