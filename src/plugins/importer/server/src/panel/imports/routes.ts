import type { PanelRoute } from '../panel-route';

export const importsRoutes: readonly PanelRoute[] = [];
