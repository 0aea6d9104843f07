import { Page } from '@strapi/strapi/admin';
import { useMemo } from 'react';
import { Navigate, Route, Routes } from 'react-router-dom';
import { SEEING } from '../../../shared/contracts/permissions';
import { LegibleTheme } from '../parts/legible-theme';
import { explorer, useContentTypes, WithContentTypes } from '../requests/content-types';
import { permissionTo } from '../requests/permissions';
import { ActionsPage } from './history/actions-page';
import { HistoryPage } from './history/history-page';
import { ImportPage } from './import/import-page';
import { InboxPage } from './inbox/list/inbox-page';
import { CorrectPage } from './inbox/correct/correct-page';
import { RulesPage } from './inbox/rules/rules-page';
import { ProvenancePage } from './page/provenance-page';
import { PartnersPage } from './partners/partners-page';
import { RunPage } from './run/run-page';
import { Start } from './start';

const VIEW = [permissionTo('view')];
const HISTORY = SEEING.history.map(permissionTo);
const RUN = SEEING.runs.map(permissionTo);
const INBOX = SEEING.inbox.map(permissionTo);
const BRING_IN = SEEING.order.map(permissionTo);
const CORRECT = [permissionTo('correct')];

/** The importer's pages, below `/plugins/importer`. */
export function App() {
  return (
    <LegibleTheme>
      <WithContentTypes>
        <Pages />
      </WithContentTypes>
    </LegibleTheme>
  );
}

/** Each asks for what its section needs. */
function Pages() {
  const { partner } = useContentTypes();
  const readPartners = useMemo(() => explorer(partner, 'read'), [partner]);
  return (
    <Routes>
      <Route index element={<Start />} />
      <Route path="import" element={<Page.Protect permissions={BRING_IN}>{<ImportPage />}</Page.Protect>} />
      <Route path="runs" element={<Page.Protect permissions={HISTORY}>{<HistoryPage />}</Page.Protect>} />
      <Route path="runs/actions" element={<Page.Protect permissions={VIEW}>{<ActionsPage />}</Page.Protect>} />
      <Route path="runs/:id" element={<Page.Protect permissions={RUN}>{<RunPage />}</Page.Protect>} />
      <Route path="runs/:id/page" element={<Page.Protect permissions={RUN}>{<ProvenancePage />}</Page.Protect>} />
      <Route path="inbox" element={<Page.Protect permissions={INBOX}>{<InboxPage />}</Page.Protect>} />
      <Route path="inbox/correct" element={<Page.Protect permissions={CORRECT}>{<CorrectPage />}</Page.Protect>} />
      {/* Its address of before. */}
      <Route path="inbox/mend" element={<Page.Protect permissions={CORRECT}>{<CorrectPage />}</Page.Protect>} />
      <Route path="inbox/rules" element={<Page.Protect permissions={INBOX}>{<RulesPage />}</Page.Protect>} />
      {partner !== null && <Route path="partners" element={<Page.Protect permissions={readPartners}>{<PartnersPage />}</Page.Protect>} />}
      <Route path="*" element={<Navigate to="/plugins/importer" replace />} />
    </Routes>
  );
}
