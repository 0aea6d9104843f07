import type { PanelRoute } from '../panel-route';

export const runsRoutes: readonly PanelRoute[] = [];
