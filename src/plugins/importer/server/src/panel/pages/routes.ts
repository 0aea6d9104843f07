import type { PanelRoute } from '../panel-route';

export const pagesRoutes: readonly PanelRoute[] = [];
