import { DateTime, Duration } from 'luxon';
import type { ListedRun } from '../../plugins/importer/server/src/services/importer';

const FORMAT = 'yyyy-MM-dd HH:mm:ss';

const timeText = (at: string) => DateTime.fromISO(at, { zone: 'utc' }).toFormat(FORMAT);

/** Until when a run can be undone. */
function undoText({ canUndo, undoUntil }: ListedRun): string {
  if (!canUndo) return '';
  return undoUntil === null ? '; can be undone' : `; can be undone until ${timeText(undoUntil)}`;
}

function lineOf(run: ListedRun): string {
  const { id, kind, state, by, startedAt, durationMs, source, undoes, counts } = run;
  const when = timeText(startedAt);
  const took = Duration.fromMillis(durationMs).toFormat('hh:mm:ss');
  const what = kind === 'undo' ? `undoes run ${String(undoes)}` : source.join(' ');
  const counted = Object.entries(counts).filter(([, count]) => count > 0);
  const numbers = counted.map(([name, count]) => `${count} ${name}`).join(', ');
  return `${String(id).padStart(4)}  ${when}  ${took}  ${state.padEnd(11)}  ${by}  ${what}${numbers === '' ? '' : `: ${numbers}`}${undoText(run)}`;
}

/** The history of runs, the newest first: a line each, or one JSON array. Times are in UTC. */
export function summariseRuns(runs: readonly ListedRun[], json: boolean): string {
  if (json) {
    const told = runs.map(
      ({ id, kind, state, by, source, options, startedAt, finishedAt, durationMs, counts, undoes, canUndo, undoUntil }) => {
        return { run: id, kind, state, by, source, options, startedAt, finishedAt, durationMs, counts, undoes, canUndo, undoUntil };
      },
    );
    return `${JSON.stringify(told)}\n`;
  }
  if (runs.length === 0) return 'Nothing has been imported yet.\n';
  return `${['   #  began (UTC)          took      state        by, and what', ...runs.map(lineOf)].join('\n')}\n`;
}
