import type { Core } from '@strapi/strapi';
import type { Run, RunCounts } from '../../../shared/contracts/runs';
import { isFromInput } from '../background/import-of-run';
import { hasDied } from '../background/has-died';
import { undoing } from '../store/retention';
import { type KeptRun, RECORDED } from '../store/runs';

const NONE: RunCounts = {
  ...{ pages: 0, created: 0, updated: 0, unchanged: 0, kept: 0, duplicates: 0, quarantined: 0, leftOut: 0, skipped: 0, problems: 0 },
  ...{ removed: 0, restored: 0, gone: 0 },
};

/** States of a run that waits for somebody to have it go on. */
const RESUMABLE: readonly Run['state'][] = ['paused', 'interrupted', 'failed'];

const canResume = (run: KeptRun, state: Run['state']) =>
  run.keeping === null && RECORDED.includes(run.kind) && RESUMABLE.includes(state) && (run.kind === 'undo' || !isFromInput(run));

/** An undoing counts what it has gone through; where it is kept is an entry's number. */
const doneBy = ({ kind, position, counts }: KeptRun) =>
  kind === 'undo' || kind === 'undo-preview' ? Object.values(counts).reduce((sum, count) => sum + count, 0) : position;

/** A run as the panel shows it. One whose process has died is interrupted, also where no one has noted that yet. */
export async function toRun(strapi: Core.Strapi, kept: KeptRun): Promise<Run> {
  const {
    id,
    kind,
    by,
    source,
    order,
    startedAt,
    finishedAt,
    durationMs,
    total,
    counts,
    rules,
    skipped,
    nearDuplicates,
    undoes,
    failure,
    failureSaid,
  } = kept;
  const state = RECORDED.includes(kind) && (await hasDied(strapi, kept)) ? 'interrupted' : kept.state;
  return {
    ...{ id, kind, state, by, source, order, startedAt, finishedAt, durationMs, total, undoes },
    failure: failure === null ? null : { code: null, values: {}, ...failureSaid, message: failure },
    position: doneBy(kept),
    counts: { ...NONE, ...counts },
    skipped: (skipped ?? []).map(({ kind: skippedKind, count }) => ({ kind: skippedKind, count })),
    rules: rules.map(({ rule, severity, count }) => ({ rule, severity, count })),
    nearDuplicates: nearDuplicates?.groups ?? [],
    nearDuplicateCount: nearDuplicates?.count ?? 0,
    ...undoing(strapi, kept, state),
    isKept: kept.keeping === null,
    canResume: canResume(kept, state),
    isServed: kept.served === true,
  };
}
