import { errors } from '@strapi/utils';
import { type Run, type RunKind, type Steering, STEERING } from '../../../../shared/contracts/runs';
import { findRun } from '../../history/find-run';
import { recordBefore } from '../../history/record-before';
import { toRun } from '../../history/to-run';
import { refuse } from '../../messages/refuse';
import type { BackgroundService } from '../../services/background';
import type { KeptRun } from '../../store/runs';
import { hasAnyOf } from '../../policies/is-allowed';
import type { PanelContext, PanelRoute } from '../../routes/panel-route';
import { refusing } from '../refusing';
import { userOf } from '../user-of';
import { backgroundOf, runAsked } from './run-asked';

/** Whoever may not undo may not go on with an undoing either, nor end one half way. */
function checkUndoing(context: PanelContext, { kind }: KeptRun): void {
  if (kind === 'undo' && !hasAnyOf(context, ['undo'])) throw refuse(errors.ForbiddenError, 'undo-not-allowed', {});
}

const CHANGES: Readonly<Record<Steering, (background: BackgroundService, run: KeptRun) => Promise<unknown>>> = {
  pause: (background, run) => background.stop(run, 'pause'),
  cancel: (background, run) => background.stop(run, 'cancel'),
  resume: (background, run) => background.resume(run),
};

/**
 * Has a run steered, keeps who did, and tells how it stands then.
 *
 * @param kind whose place it is, see `STEERING`: at that of imports all runs are steered, elsewhere another kind is not found.
 */
export function steer(kind: RunKind, action: Steering): PanelRoute<Run> {
  const { at, right: permission } = STEERING[kind];
  return {
    permission,
    async handle(context, strapi) {
      const run = await runAsked(context, strapi);
      if (at !== STEERING.import.at && at !== STEERING[run.kind].at)
        throw refuse(errors.NotFoundError, 'run-elsewhere', { run: run.id, place: at });
      checkUndoing(context, run);
      const act = () => refusing(() => CHANGES[action](backgroundOf(strapi), run));
      await recordBefore(strapi, { user: userOf(context), action, run: run.id }, act);
      return toRun(strapi, await findRun(strapi, String(run.id)));
    },
  };
}
