import type { ActionEndpoints } from '../../../shared/contracts/actions';
import { SEEING } from '../../../shared/contracts/permissions';
import type { RunEndpoints, SteeringEndpoints } from '../../../shared/contracts/runs';
import { checked, pageAsked } from '../controllers/checked';
import { entriesSeen } from '../controllers/runs/entries-seen';
import { runSeen } from '../controllers/runs/run-asked';
import { steer } from '../controllers/runs/steer';
import { undoing } from '../controllers/runs/undoing';
import { listActions, listActionsOf } from '../history/list-actions';
import { listRuns } from '../history/list-runs';
import { toRun } from '../history/to-run';
import type { PanelRoutes } from './panel-route';

export const runsRoutes: PanelRoutes<keyof RunEndpoints | keyof ActionEndpoints | keyof SteeringEndpoints> = {
  'GET /runs': {
    permission: SEEING.history,
    handle: (context, strapi) => listRuns(strapi, checked(pageAsked, context.query)),
  },
  'GET /runs/:id': {
    permission: SEEING.runs,
    handle: async (context, strapi) => toRun(strapi, await runSeen(context, strapi)),
  },
  'GET /runs/:id/entries': {
    permission: SEEING.runs,
    handle: entriesSeen,
  },
  'GET /runs/:id/actions': {
    permission: SEEING.runs,
    handle: async (context, strapi) => listActionsOf(strapi, (await runSeen(context, strapi)).id, checked(pageAsked, context.query)),
  },
  'GET /actions': {
    permission: 'view',
    handle: (context, strapi) => listActions(strapi, checked(pageAsked, context.query)),
  },
  'POST /runs/:id/pause': steer('import', 'pause'),
  'POST /runs/:id/cancel': steer('import', 'cancel'),
  'POST /runs/:id/resume': steer('import', 'resume'),
  'POST /previews/:id/pause': steer('preview', 'pause'),
  'POST /previews/:id/cancel': steer('preview', 'cancel'),
  'POST /previews/:id/resume': steer('preview', 'resume'),
  'POST /undos/:id/pause': steer('undo', 'pause'),
  'POST /undos/:id/cancel': steer('undo', 'cancel'),
  'POST /undos/:id/resume': steer('undo', 'resume'),
  'POST /runs/:id/undo-previews': {
    permission: 'undo',
    handle: undoing('undo-preview', (background, run, by) => background.startUndoPreview(run, by)),
  },
  'POST /runs/:id/undo': {
    permission: 'undo',
    handle: undoing('undo', (background, run, by) => background.startUndo(run, by)),
  },
};
