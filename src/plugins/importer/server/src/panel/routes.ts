import { homeRoutes } from './home/routes';
import { importsRoutes } from './imports/routes';
import { inboxRoutes } from './inbox/routes';
import { pagesRoutes } from './pages/routes';
import type { PanelRoutes } from './panel-route';
import { partnersRoutes } from './partners/routes';
import { runsRoutes } from './runs/routes';

/** All that the panel may ask of the importer. What each takes and answers stands in `shared/contracts/endpoints.ts`. */
export const panelRoutes: PanelRoutes = {
  ...importsRoutes,
  ...runsRoutes,
  ...pagesRoutes,
  ...inboxRoutes,
  ...homeRoutes,
  ...partnersRoutes,
};
