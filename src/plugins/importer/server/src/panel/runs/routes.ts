import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import type { ActionName } from '../../../../shared/contracts/actions';
import { SEEING } from '../../../../shared/contracts/permissions';
import { type RunKind, STEERING } from '../../../../shared/contracts/runs';
import { findRun } from '../../history/find-run';
import { actionsOfRun, listActions } from '../../history/list-actions';
import { listEntries } from '../../history/list-entries';
import { listRuns } from '../../history/list-runs';
import { personOf } from '../../history/person';
import { recordBefore } from '../../history/record-before';
import { toRun } from '../../history/to-run';
import type { BackgroundService } from '../../services/background';
import type { KeptRun } from '../../store/runs';
import { checked, pageAsked } from '../checked';
import { checkSeen } from '../check-seen';
import { hasAnyOf, type PanelContext, type PanelRoute } from '../panel-route';
import { refusing } from '../refusing';
import { userOf } from '../user-of';
import { refuse } from '../../sayings/refuse';

const word = z.string().regex(/^[a-z-]{1,50}$/);

/** A filter that is left empty filters nothing. */
const filter = <Schema extends z.ZodType>(schema: Schema) => z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const entriesQuery = pageAsked.extend({
  action: filter(word),
  rule: filter(word),
  severity: filter(z.enum(['error', 'warning'])),
  q: filter(z.string().max(200)),
  conflicts: filter(z.enum(['true', 'false']).transform((value) => value === 'true')),
});

const runOf = (context: PanelContext, strapi: Core.Strapi) => findRun(strapi, (context.params as { id?: unknown }).id);

/** A run that is looked at. @throws ForbiddenError for who has none of the rights that let it be seen. */
async function seenRun(context: PanelContext, strapi: Core.Strapi): Promise<KeptRun> {
  const run = await runOf(context, strapi);
  checkSeen(context, run);
  return run;
}

const backgroundOf = (strapi: Core.Strapi) => strapi.plugin('importer').service<BackgroundService>('background');

/** Whoever may not undo may not go on with an undoing either, nor end one half way. */
function checkUndoing(context: PanelContext, { kind }: KeptRun): void {
  if (kind === 'undo' && !hasAnyOf(context, ['undo'])) throw refuse(errors.ForbiddenError, 'undo-not-allowed', {});
}

type Change = (background: BackgroundService, run: KeptRun) => Promise<unknown>;

/**
 * Has something done with a run, keeps who did, and tells how it stands then.
 *
 * @param at where runs are steered; at `runs` all are, and elsewhere another kind is not found.
 */
const changing =
  (action: ActionName, change: Change, at: string): PanelRoute['handle'] =>
  async (context, strapi) => {
    const run = await runOf(context, strapi);
    if (at !== STEERING.import.at && at !== STEERING[run.kind].at)
      throw refuse(errors.NotFoundError, 'run-elsewhere', { run: run.id, place: at });
    checkUndoing(context, run);
    const act = () => refusing(() => change(backgroundOf(strapi), run));
    await recordBefore(strapi, { user: userOf(context), action, run: run.id }, act);
    return toRun(strapi, await findRun(strapi, String(run.id)));
  };

type Begin = (background: BackgroundService, run: number, by: string) => Promise<number>;

/** Begins an undoing of a run or the preview of one, and keeps who did with both runs. */
const undoing =
  (action: ActionName, begin: Begin): PanelRoute['handle'] =>
  async (context, strapi) => {
    const user = userOf(context);
    const target = await runOf(context, strapi);
    if (!(await toRun(strapi, target)).canUndo) {
      throw refuse(errors.ValidationError, 'not-undoable', { run: target.id });
    }
    const act = () => refusing(() => begin(backgroundOf(strapi), target.id, personOf(user)));
    const id = await recordBefore(strapi, { user, action, run: target.id }, act, (newRun) => ({ newRun }));
    return { id };
  };

const CHANGES: Readonly<Record<'pause' | 'cancel' | 'resume', Change>> = {
  pause: (background, run) => background.stop(run, 'pause'),
  cancel: (background, run) => background.stop(run, 'cancel'),
  resume: (background, run) => background.resume(run),
};

const steeringRoutes = ({ at, right: permission }: (typeof STEERING)[RunKind]): PanelRoute[] =>
  (Object.keys(CHANGES) as (keyof typeof CHANGES)[]).map((wish) => ({
    ...{ method: 'POST', path: `/${at}/:id/${wish}`, permission },
    handle: changing(wish, CHANGES[wish], at),
  }));

export const runsRoutes: readonly PanelRoute[] = [
  {
    ...{ method: 'GET', path: '/runs', permission: SEEING.history },
    handle: (context, strapi) => listRuns(strapi, checked(pageAsked, context.query)),
  },
  {
    ...{ method: 'GET', path: '/runs/:id', permission: SEEING.runs },
    handle: async (context, strapi) => toRun(strapi, await seenRun(context, strapi)),
  },
  {
    ...{ method: 'GET', path: '/runs/:id/entries', permission: SEEING.runs },
    handle: async (context, strapi) => listEntries(strapi, (await seenRun(context, strapi)).id, checked(entriesQuery, context.query)),
  },
  {
    ...{ method: 'GET', path: '/runs/:id/actions', permission: SEEING.runs },
    handle: async (context, strapi) => actionsOfRun(strapi, (await seenRun(context, strapi)).id),
  },
  {
    ...{ method: 'GET', path: '/actions', permission: 'view' },
    handle: (context, strapi) => listActions(strapi, checked(pageAsked, context.query)),
  },
  ...[STEERING.import, STEERING.preview, STEERING.undo].flatMap(steeringRoutes),
  {
    ...{ method: 'POST', path: '/runs/:id/undo-previews', permission: 'undo' },
    handle: undoing('undo-preview', (background, run, by) => background.startUndoPreview(run, by)),
  },
  {
    ...{ method: 'POST', path: '/runs/:id/undo', permission: 'undo' },
    handle: undoing('undo', (background, run, by) => background.startUndo(run, by)),
  },
];
