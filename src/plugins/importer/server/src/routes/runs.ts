import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import type { ActionEndpoints, ActionName } from '../../../shared/contracts/actions';
import type { Started } from '../../../shared/contracts/imports';
import { LONGEST_FILTER, type PageQuery } from '../../../shared/contracts/list';
import { SEEING } from '../../../shared/contracts/permissions';
import type { EntriesQuery, Entry, RunEndpoints } from '../../../shared/contracts/runs';
import { listActions, listActionsOf } from '../history/list-actions';
import { listEntries } from '../history/list-entries';
import { listRuns } from '../history/list-runs';
import { personOf } from '../history/person';
import { recordBefore } from '../history/record-before';
import { toRun } from '../history/to-run';
import { refuse } from '../messages/refuse';
import type { BackgroundService } from '../services/background';
import { checkInTime } from '../store/retention';
import { checked, pageAsked } from '../controllers/checked';
import type { PanelContext, PanelRoute, PanelRoutes } from './panel-route';
import { readableArticles } from '../controllers/pages/readable-articles';
import { refusing } from '../controllers/refusing';
import { userOf } from '../controllers/user-of';
import { backgroundOf, runAsked, runSeen } from '../controllers/runs/run-asked';
import { steeringRoutes } from './steering';

const word = z.string().regex(/^[a-z-]{1,50}$/);

/** A filter that is left empty filters nothing. */
const filter = <Schema extends z.ZodType>(schema: Schema) => z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const entriesQuery = pageAsked.extend({
  action: filter(word),
  rule: filter(word),
  severity: filter(z.enum(['error', 'warning'])),
  q: filter(z.string().max(LONGEST_FILTER)),
  conflicts: filter(z.enum(['true', 'false']).transform((value) => value === 'true')),
} satisfies Record<Exclude<keyof EntriesQuery, keyof PageQuery>, z.ZodType>);

/** A conflict quotes the draft of an article: it is told to those who may read that. The entry's reason says which fields it is about. */
async function withoutUnreadable(context: PanelContext, strapi: Core.Strapi, entries: readonly Entry[]): Promise<Entry[]> {
  const quoted = entries.flatMap(({ conflicts, documentId }) => (conflicts.length > 0 && documentId !== null ? [documentId] : []));
  const mayRead = await readableArticles(context, strapi, quoted);
  return entries.map((entry) => (mayRead(entry.documentId ?? '', entry.locale ?? '') ? entry : { ...entry, conflicts: [] }));
}

type Begin = (background: BackgroundService, run: number, by: string) => Promise<number>;

/** Begins an undoing of a run or the preview of one, and keeps who did with both runs. */
const undoing =
  (action: ActionName, begin: Begin): PanelRoute<Started>['handle'] =>
  async (context, strapi) => {
    const user = userOf(context);
    const target = await runAsked(context, strapi);
    if (!(await toRun(strapi, target)).canUndo) {
      await refusing(() =>
        Promise.resolve().then(() => {
          checkInTime(strapi, target);
        }),
      );
      throw refuse(errors.ValidationError, 'not-undoable', { run: target.id });
    }
    const act = () => refusing(() => begin(backgroundOf(strapi), target.id, personOf(user)));
    const id = await recordBefore(strapi, { user, action, run: target.id }, act, (newRun) => ({ newRun }));
    return { id };
  };

export const runsRoutes: PanelRoutes<keyof RunEndpoints | keyof ActionEndpoints> = {
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
    handle: async (context, strapi) => {
      const { id } = await runSeen(context, strapi);
      const listed = await listEntries(strapi, id, checked(entriesQuery, context.query));
      return { ...listed, items: await withoutUnreadable(context, strapi, listed.items) };
    },
  },
  'GET /runs/:id/actions': {
    permission: SEEING.runs,
    handle: async (context, strapi) => listActionsOf(strapi, (await runSeen(context, strapi)).id, checked(pageAsked, context.query)),
  },
  'GET /actions': {
    permission: 'view',
    handle: (context, strapi) => listActions(strapi, checked(pageAsked, context.query)),
  },
  ...steeringRoutes,
  'POST /runs/:id/undo-previews': {
    permission: 'undo',
    handle: undoing('undo-preview', (background, run, by) => background.startUndoPreview(run, by)),
  },
  'POST /runs/:id/undo': {
    permission: 'undo',
    handle: undoing('undo', (background, run, by) => background.startUndo(run, by)),
  },
};
