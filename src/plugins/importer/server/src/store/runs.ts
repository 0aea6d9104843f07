import { setTimeout as wait } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { ImportOrder } from '../../../shared/contracts/imports';
import type { RunKind, RunState } from '../../../shared/contracts/runs';
import { createRowWriter } from '../bulk/row-writer';
import { rowsOf } from '../database/rows';
import type { NearDuplicates } from '../import/report/near-duplicates';
import type { Counts, RuleSummary, SkippedKind } from '../import/report/tally';
import { NOTHING_YET } from '../import/report/tally';
import type { KnownSite } from '../import/survey/known-site';
import { NOTHING_OBSERVED, type ObservedSite } from '../import/site/observe-site';
import type { Progress, RunRequest } from '../import/store';
import type { PlaceOfPages } from '../import/place-of-pages';
import { thisProcess } from './lease/holder';
import { RUN } from './uids';
import type { Message } from '../../../shared/contracts/messages';
import { failureColumns, failureOf } from '../import/failure';
import { message, MessageError } from '../messages/message';

/** A run as its history keeps it. */
export interface KeptRun {
  /** What people call it. */
  readonly id: number;
  readonly kind: RunKind;
  readonly state: RunState;
  readonly by: string;
  readonly source: readonly string[];
  readonly options: RunRequest['options'];
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly durationMs: number;
  /** Of an import, `Counts`; of an undo, `UndoCounts`. */
  readonly counts: Readonly<Record<string, number>>;
  readonly rules: readonly RuleSummary[];
  /** Files that were skipped, by what they are; null for a run of an older importer. */
  readonly skipped: readonly SkippedKind[] | null;
  readonly nearDuplicates: NearDuplicates | null;
  /** Pages that an import has done; of an undo, the entry that was undone last. */
  readonly position: number;
  readonly lastPage: string | null;
  readonly observed: ObservedSite | null;
  /** Of how many; null while they are counted. */
  readonly total: number | null;
  /** What the run knew about the site; null for a run of an older importer, and for an undo. */
  readonly learnt: KnownSite | null;
  /** The run that this one undoes. */
  readonly undoes: number | null;
  /** Why it failed, for people. */
  readonly failure: string | null;
  /** The same by its code; null for a run of an older importer. */
  readonly failureSaid: Pick<Message, 'code' | 'values'> | null;
  readonly requestKey: string;
  /** What was ordered in the panel. */
  readonly order: ImportOrder | null;
  /** Where its pages are; see `sourceOfRun`. */
  readonly place: PlaceOfPages | null;
  /** The upload that its pages are in. */
  readonly upload: string | null;
  /** Whether a server carries it out, which goes on with it after a restart. */
  readonly served: boolean | null;
  /** A person's request to stop it, until that is done. Any server may be asked; the one that carries it out looks here. */
  readonly wish: 'pause' | 'cancel' | null;
  /** How often a server has gone on with it by itself since it last came further. */
  readonly revivals: number | null;
  /** The process that began it. */
  readonly holder: string | null;
  /** When somebody has begun to undo it last. */
  readonly usedAt: string | null;
  /** Whether what it did is being removed, or was; null while it is kept. See `removeOldEntries`. */
  readonly keeping: 'ending' | 'ended' | null;
}

interface NewRun
  extends
    Pick<KeptRun, 'kind' | 'by' | 'source' | 'options'>,
    Partial<Pick<KeptRun, 'undoes' | 'order' | 'place' | 'upload' | 'served' | 'total'>> {
  readonly requestKey: string | null;
}

/** A run has come to its end, and nothing goes on with it. */
export class NotResumableError extends MessageError {}

/** The history of runs. */
/** What a run's row holds once a request to stop it is done, or void. */
export const NO_STOP_REQUEST = { wish: null };

export interface Runs {
  begin(run: NewRun): Promise<KeptRun>;
  /** The newest run of a kind that was asked for with the same key and has not come to its end. */
  findOpen(kind: KeptRun['kind'], requestKey: string | null): Promise<KeptRun | null>;
  find(id: number): Promise<KeptRun | null>;
  /** A run that can be gone on with. @throws NotResumableError when it can't. */
  findResumable(id: number): Promise<KeptRun>;
  stopRequestOf(id: number): Promise<KeptRun['wish']>;
  /** Notes that a run goes on, and whether a server carries it out. */
  goOn(id: number, served: boolean): Promise<void>;
  /** The newest first, without previews. */
  list(limit: number): Promise<KeptRun[]>;
  /** Runs that a server was carrying out, or carries out, the oldest first. */
  abandoned(): Promise<KeptRun[]>;
  runningPreviews(): Promise<KeptRun[]>;
  /** Runs that say they are running have died when nobody holds the lease. */
  closeDead(): Promise<void>;
  set(id: number, changes: Readonly<Record<string, unknown>>): Promise<void>;
  /** Notes why a run has failed, unless it has ended already: the first reason tells more than what follows from it. `columns` go with it. */
  fail(id: number, cause: unknown, columns: object): Promise<void>;
}

/** Runs that the same request goes on with. One that was cancelled is over. */
const OPEN: readonly RunState[] = ['running', 'paused', 'interrupted', 'failed'];

/** Runs that write, and that the history lists. */
export const RECORDED: readonly RunKind[] = ['import', 'undo'];

/** So long it is tried to note that a run has failed. */
const PATIENCE_MS = 10_000;
const TRY_EVERY_MS = 1000;

const iso = z.union([z.string(), z.date(), z.number()]).transform((value) => new Date(value).toISOString());

/** Databases differ in how they give back times and numbers. */
const times = z.object({ startedAt: iso, finishedAt: iso.nullable(), usedAt: iso.nullable() });

export const progressOf = ({ position, lastPage, counts, rules, skipped, observed }: KeptRun): Progress => ({
  ...{ position, lastPage, tally: { counts: counts as Counts, rules, skipped: skipped ?? [] }, observed: observed ?? NOTHING_OBSERVED },
});

export const progressColumns = ({ position, lastPage, tally, observed }: Progress) => ({ position, lastPage, ...tally, observed });

/** A row as its readers know it. */
export const asKept = (row: KeptRun): KeptRun => ({ ...row, ...times.parse(row) });

export function createRuns(strapi: Core.Strapi): Runs {
  const rows = () => rowsOf<KeptRun>(strapi, RUN);
  const writer = createRowWriter(strapi, RUN);

  return {
    async begin({ requestKey, ...run }) {
      const nothing = { ...NOTHING_YET, position: 0, lastPage: null, durationMs: 0, holder: JSON.stringify(thisProcess()) };
      return asKept(
        await rows().create({ data: { ...run, ...nothing, requestKey: requestKey ?? '', state: 'running', startedAt: new Date() } }),
      );
    },

    async findOpen(kind, requestKey) {
      if (requestKey === null) return null;
      const [newest] = await rows().findMany({ where: { kind, requestKey }, orderBy: { id: 'desc' }, limit: 1 });
      return newest !== undefined && newest.keeping === null && OPEN.includes(newest.state) ? asKept(newest) : null;
    },

    async find(id) {
      const row = await rows().findOne({ where: { id } });
      return row === null ? null : asKept(row);
    },

    async findResumable(id) {
      const row = await rows().findOne({ where: { id, kind: { $in: RECORDED } } });
      if (row !== null && row.keeping !== null) throw new NotResumableError(message('run-cleared', { run: id }));
      if (row !== null && OPEN.includes(row.state)) return asKept(row);
      throw new NotResumableError(row === null ? message('run-unknown', { run: id }) : message('run-over', { run: id, state: row.state }));
    },

    stopRequestOf: async (id) => (await rows().findOne({ select: ['wish'], where: { id } }))?.wish ?? null,

    goOn: (id, served) => writer.update([{ id, state: 'running', finishedAt: null, ...failureColumns(null), ...NO_STOP_REQUEST, served }]),

    list: async (limit) => (await rows().findMany({ where: { kind: { $in: RECORDED } }, orderBy: { id: 'desc' }, limit })).map(asKept),

    async abandoned() {
      const where = { served: true, keeping: null, state: { $in: ['running', 'interrupted'] }, kind: { $in: RECORDED } };
      return (await rows().findMany({ where, orderBy: { id: 'asc' } })).map(asKept);
    },

    async runningPreviews() {
      return (await rows().findMany({ where: { state: 'running', kind: { $notIn: RECORDED } } })).map(asKept);
    },

    async closeDead() {
      for (const { id } of await rows().findMany({ where: { state: 'running', kind: { $in: RECORDED } } }))
        await rows().update({ where: { id }, data: { state: 'interrupted' } });
    },

    set: (id, changes) => writer.update([{ id, ...changes }]),

    async fail(id, cause, columns) {
      const ended = { ...columns, state: 'failed', finishedAt: new Date(), ...NO_STOP_REQUEST, ...failureColumns(failureOf(cause)) };
      const until = Date.now() + PATIENCE_MS;
      for (;;) {
        try {
          await rows().updateMany({ where: { id, state: 'running' }, data: ended });
          return;
        } catch (fault) {
          // A database that was lost may be back in a moment.
          if (Date.now() > until) throw fault;
          await wait(TRY_EVERY_MS);
        }
      }
    },
  };
}
