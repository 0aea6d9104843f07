import { homeRoutes } from './home';
import { importsRoutes } from './imports';
import { inboxRoutes } from './inbox';
import { pagesRoutes } from './pages';
import type { PanelRoutes } from './panel-route';
import { partnersRoutes } from './partners';
import { runsRoutes } from './runs';

/** All that the panel may ask of the importer. What each takes and answers stands in `shared/contracts/endpoints.ts`. */
export const panelRoutes: PanelRoutes = {
  ...importsRoutes,
  ...runsRoutes,
  ...pagesRoutes,
  ...inboxRoutes,
  ...homeRoutes,
  ...partnersRoutes,
};
