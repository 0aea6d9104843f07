import type { PanelRoute } from '../panel-route';

export const partnersRoutes: readonly PanelRoute[] = [];
