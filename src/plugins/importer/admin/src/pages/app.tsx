import { Page } from '@strapi/strapi/admin';
import { Navigate, Route, Routes } from 'react-router-dom';
import { permissionTo } from '../requests/permissions';
import { HistoryPage } from './history/history-page';
import { ImportPage } from './import/import-page';
import { RunPage } from './run/run-page';
import { Start } from './start';

const VIEW = [permissionTo('view')];
const BRING_IN = [permissionTo('preview'), permissionTo('run')];

/** The importer's pages, below `/plugins/importer`. Each asks for what its section needs. */
export function App() {
  return (
    <Routes>
      <Route index element={<Start />} />
      <Route path="import" element={<Page.Protect permissions={BRING_IN}>{<ImportPage />}</Page.Protect>} />
      <Route path="runs" element={<Page.Protect permissions={VIEW}>{<HistoryPage />}</Page.Protect>} />
      <Route path="runs/:id" element={<Page.Protect permissions={VIEW}>{<RunPage />}</Page.Protect>} />
      <Route path="*" element={<Navigate to="/plugins/importer" replace />} />
    </Routes>
  );
}
