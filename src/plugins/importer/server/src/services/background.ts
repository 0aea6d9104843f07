import { setTimeout as wait } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { ImportOrder } from '../../../shared/contracts/imports';
import { dropPreviews } from '../background/drop-previews';
import { importOfOrder } from '../background/import-of-order';
import { importOfRun } from '../background/import-of-run';
import { hasDied } from '../background/has-died';
import { reviveRuns } from '../background/revive';
import { createTasks, type TaskHooks } from '../background/tasks';
import { messageOf } from '../import/source/fault';
import { removeOldEntries } from '../store/retention';
import { createRuns, type KeptRun, NO_STOP_REQUEST, RECORDED, type Runs } from '../store/runs';
import type { ImporterService } from './importer';
import type { UploadsService } from './uploads';
import { refuse } from '../messages/refuse';

/** Runs that a server carries out while it answers requests. Each is begun when its number is told. */
export interface BackgroundService {
  startImport(order: ImportOrder, by: string): Promise<number>;
  startPreview(order: ImportOrder, by: string): Promise<number>;
  startUndo(run: number, by: string): Promise<number>;
  startUndoPreview(run: number, by: string): Promise<number>;
  /** Goes on with a run that was paused, was interrupted or has failed. */
  resume(run: KeptRun): Promise<number>;
  /** Pauses or cancels a run, whichever node carries it out. */
  stop(run: KeptRun, request: 'pause' | 'cancel'): Promise<void>;
  /** Looks after runs that a server has left behind, now and again from now on. */
  watch(): Promise<void>;
  /** Interrupts what goes on; the next start goes on with it. */
  close(): Promise<void>;
}

/** So often runs are looked for that another server has left behind. */
const LOOK_EVERY_MS = 10_000;

/** So often it is removed what is kept for a while only. */
const TIDY_EVERY_MS = 60 * 60 * 1000;

/** So long a run is waited for that is to end: it looks with each chunk. */
const PATIENCE_MS = 3000;
const ASK_EVERY_MS = 40;

const MOST_PREVIEWS = 2;

const STATES = { pause: 'paused', cancel: 'cancelled' } as const;
const REFUSED = { pause: 'not-pausable', cancel: 'not-cancellable' } as const;

export default ({ strapi }: { strapi: Core.Strapi }): BackgroundService => {
  const [imports, previews] = [createTasks(strapi), createTasks(strapi)];
  // A command that only builds closes this, too, and has no database.
  const opened: { runs?: Runs } = {};
  const runs = () => (opened.runs ??= createRuns(strapi));
  const importer = () => strapi.plugin('importer').service<ImporterService>('importer');
  const uploads = () => strapi.plugin('importer').service<UploadsService>('uploads');
  const timer: { looking?: NodeJS.Timeout; tidying?: NodeJS.Timeout } = {};
  const closing = new AbortController();
  const removing = { pause: () => importer().giveWay(), signal: closing.signal };
  /** One after the other: where there is a lot to remove, it takes longer than from one time to the next. */
  let tidied = Promise.resolve();

  const startPreviewing = (work: (hooks: TaskHooks) => Promise<unknown>) => {
    if (previews.count >= MOST_PREVIEWS) throw refuse(errors.ApplicationError, 'previews-busy', { count: MOST_PREVIEWS });
    return previews.start(async (hooks) => {
      await work(hooks);
      await dropPreviews(strapi, removing);
    });
  };

  const startUndo = (run: number, by: string) =>
    imports.start((hooks) => importer().undo({ run, by, dryRun: false, served: true, ...hooks }));

  async function resume(run: KeptRun): Promise<number> {
    if (!RECORDED.includes(run.kind)) throw refuse(errors.ValidationError, 'preview-not-resumable', {});
    if (run.kind === 'undo' && run.undoes !== null) return startUndo(run.undoes, run.by);
    const request = { ...importOfRun(strapi, run), by: run.by, dryRun: false, served: true, goOn: run.id };
    return imports.start((hooks) => importer().run({ ...request, ...hooks }));
  }

  const look = async () => {
    try {
      await reviveRuns({ strapi, runs: runs(), resume });
    } catch (cause) {
      strapi.log.error(`Runs that were interrupted can't be looked for: ${messageOf(cause)}`);
    }
  };

  /** Removes what is kept for a while only. Any number of nodes may do so at once. */
  const tidy = async () => {
    if (closing.signal.aborted) return;
    try {
      await uploads().prune();
      await dropPreviews(strapi, removing);
      await removeOldEntries(strapi, removing);
    } catch (cause) {
      strapi.log.error(`What imports have left can't be removed now: ${messageOf(cause)}`);
    }
  };

  async function isOver(id: number): Promise<boolean> {
    const until = Date.now() + PATIENCE_MS;
    while (Date.now() < until) {
      const run = await runs().find(id);
      if (run?.state !== 'running') return true;
      await wait(ASK_EVERY_MS);
    }
    return false;
  }

  return {
    resume,
    startUndo,

    async startImport(order, by) {
      const request = { ...(await importOfOrder(strapi, order)), by, dryRun: false, served: true };
      return imports.start((hooks) => importer().run({ ...request, ...hooks }));
    },

    async startPreview(order, by) {
      const request = { ...(await importOfOrder(strapi, order)), by, dryRun: true, kept: true };
      return startPreviewing((hooks) => importer().run({ ...request, ...hooks }));
    },

    startUndoPreview: async (run, by) => startPreviewing((hooks) => importer().undo({ run, by, dryRun: true, kept: true, ...hooks })),

    async stop(run, request) {
      const { id } = run;
      const isRecorded = RECORDED.includes(run.kind);
      if (request === 'pause' && !isRecorded) throw refuse(errors.ValidationError, 'preview-not-pausable', {});
      const isWaiting = run.state === 'interrupted' || (request === 'cancel' && (run.state === 'paused' || run.state === 'failed'));
      const isDead = await hasDied(strapi, run);
      if (isDead || isWaiting) return runs().set(id, { state: STATES[request], finishedAt: new Date(), ...NO_STOP_REQUEST });
      if (run.state !== 'running') throw refuse(errors.ValidationError, REFUSED[request], { run: id, state: run.state });

      await runs().set(id, { wish: request });
      (isRecorded ? imports : previews).end(id, STATES[request]);
      // Of a preview nobody else depends on the end.
      if (!(await isOver(id)) && !isRecorded) await runs().set(id, { state: STATES[request], finishedAt: new Date(), ...NO_STOP_REQUEST });
    },

    async watch() {
      timer.looking ??= setInterval(() => void look(), LOOK_EVERY_MS).unref();
      const tidyNext = () => {
        tidied = tidied.then(tidy);
      };
      timer.tidying ??= setInterval(tidyNext, TIDY_EVERY_MS).unref();
      tidyNext();
      await look();
    },

    async close() {
      clearInterval(timer.looking);
      clearInterval(timer.tidying);
      closing.abort();
      await Promise.all([imports.close(), previews.close(), tidied]);
    },
  };
};
