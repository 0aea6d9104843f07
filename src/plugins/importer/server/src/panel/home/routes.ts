import type { PanelRoute } from '../panel-route';

export const homeRoutes: readonly PanelRoute[] = [];
