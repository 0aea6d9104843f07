import type { Core } from '@strapi/strapi';
import { findRun } from '../../history/find-run';
import type { BackgroundService } from '../../services/background';
import type { KeptRun } from '../../store/runs';
import { checkSeen } from '../check-seen';
import type { PanelContext } from '../../routes/panel-route';

/** The run that an address names. @throws NotFoundError where there is none. */
export const runAsked = (context: PanelContext, strapi: Core.Strapi): Promise<KeptRun> =>
  findRun(strapi, (context.params as { id?: unknown }).id);

/** A run that is looked at. @throws ForbiddenError for who has none of the rights that let it be seen. */
export async function runSeen(context: PanelContext, strapi: Core.Strapi): Promise<KeptRun> {
  const run = await runAsked(context, strapi);
  checkSeen(context, run);
  return run;
}

export const backgroundOf = (strapi: Core.Strapi) => strapi.plugin('importer').service<BackgroundService>('background');
