import { errors } from '@strapi/utils';
import type { ActionName } from '../../../../shared/contracts/actions';
import type { Started } from '../../../../shared/contracts/imports';
import { personOf } from '../../history/person';
import { recordBefore } from '../../history/record-before';
import { toRun } from '../../history/to-run';
import { refuse } from '../../messages/refuse';
import type { PanelRoute } from '../../routes/panel-route';
import type { BackgroundService } from '../../services/background';
import { checkInTime } from '../../store/retention';
import { refusing } from '../refusing';
import { userOf } from '../user-of';
import { backgroundOf, runAsked } from './run-asked';

type Begin = (background: BackgroundService, run: number, by: string) => Promise<number>;

/** Begins an undoing of a run or the preview of one, and keeps who did with both runs. */
export const undoing =
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
