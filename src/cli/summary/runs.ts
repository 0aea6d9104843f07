import { DateTime, Duration } from 'luxon';
import type { KeptRun } from '../../plugins/importer/server/src/store/runs';

const FORMAT = 'yyyy-MM-dd HH:mm:ss';

function lineOf({ id, kind, state, by, startedAt, durationMs, source, undoes, counts }: KeptRun): string {
  const when = DateTime.fromISO(startedAt, { zone: 'utc' }).toFormat(FORMAT);
  const took = Duration.fromMillis(durationMs).toFormat('hh:mm:ss');
  const what = kind === 'undo' ? `undoes run ${String(undoes)}` : source.join(' ');
  const counted = Object.entries(counts).filter(([, count]) => count > 0);
  const numbers = counted.map(([name, count]) => `${count} ${name}`).join(', ');
  return `${String(id).padStart(4)}  ${when}  ${took}  ${state.padEnd(11)}  ${by}  ${what}${numbers === '' ? '' : `: ${numbers}`}`;
}

/** The history of runs, the newest first: a line each, or one JSON array. Times are in UTC. */
export function summariseRuns(runs: readonly KeptRun[], json: boolean): string {
  if (json) {
    const told = runs.map(({ id, kind, state, by, source, options, startedAt, finishedAt, durationMs, counts, undoes }) => {
      return { run: id, kind, state, by, source, options, startedAt, finishedAt, durationMs, counts, undoes };
    });
    return `${JSON.stringify(told)}\n`;
  }
  if (runs.length === 0) return 'Nothing has been imported yet.\n';
  return `${['   #  began (UTC)          took      state        by, and what', ...runs.map(lineOf)].join('\n')}\n`;
}
