import type { PanelRoute } from '../panel-route';

export const inboxRoutes: readonly PanelRoute[] = [];
