import { Layouts, Page } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { Navigate, Route, Routes } from 'react-router-dom';
import { PERMISSIONS } from '../../../shared/contracts/permissions';

/** The importer's pages, below `/plugins/importer`. */
export function App() {
  return (
    <Page.Protect permissions={[{ action: PERMISSIONS.view, subject: null }]}>
      <Routes>
        <Route index element={<Start />} />
        <Route path="*" element={<Navigate to="." />} />
      </Routes>
    </Page.Protect>
  );
}

function Start() {
  const intl = useIntl();
  return <Layouts.Header title={intl.formatMessage({ id: 'importer.name', defaultMessage: 'Import' })} />;
}
