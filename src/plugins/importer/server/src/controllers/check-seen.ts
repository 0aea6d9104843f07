import { errors } from '@strapi/utils';
import { type RunKind, SEEING_RUN } from '../../../shared/contracts/runs';
import { refuse } from '../messages/refuse';
import { hasAnyOf } from '../policies/is-allowed';
import type { PanelContext } from '../routes/panel-route';

/** Looks whether somebody may see a run. @throws ForbiddenError */
export function checkSeen(context: PanelContext, { id, kind }: { readonly id: number; readonly kind: RunKind }): void {
  if (!hasAnyOf(context, SEEING_RUN[kind])) throw refuse(errors.ForbiddenError, 'run-not-allowed', { run: id });
}
