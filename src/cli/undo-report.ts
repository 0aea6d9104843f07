import type { UndoneEntry, UndoReport } from '../plugins/importer/server/src/pipeline/undo/undo-report';
import { QUOTED } from './summary/examples';

/** What is told of an undo: everything as JSON, or what stays, and the counts. */
export function createUndoReport(json: boolean) {
  const kept: UndoneEntry[] = [];
  let told = 0;

  return {
    onEntry: (entry: UndoneEntry): void => {
      if (json) process.stdout.write(`${told === 0 ? '{"entries":[' : ','}${JSON.stringify(entry)}`);
      told += 1;
      if (entry.action === 'keep' && kept.length < QUOTED) kept.push(entry);
    },

    finish(report: UndoReport): void {
      if (json) {
        process.stdout.write(`${told === 0 ? '{"entries":[' : ''}],${JSON.stringify(report).slice(1)}\n`);
        return;
      }
      const { undoes, run, dryRun, interrupted, counts } = report;
      const more = counts.kept > kept.length ? [`  … and ${counts.kept - kept.length} more: --json lists all`] : [];
      const lines = kept.map(({ page, title, reason }) => `  ${page}${title === null ? '' : `  ${title}`}: ${reason}`);
      const stays = kept.length > 0 ? ['', 'What stays', ...lines, ...more] : [];
      const { removed, restored, gone } = counts;
      const before = dryRun ? 'Dry run, nothing undone. ' : interrupted ? 'Interrupted; the same undo goes on with the rest. ' : '';
      const by = run === null ? '' : ` by run ${run}`;
      const line = `${before}Run ${undoes}, undone${by}: ${removed} removed, ${restored} restored, ${counts.kept} kept, ${gone} gone before`;
      process.stdout.write(`${[...stays, '', line].join('\n')}\n`);
    },
  };
}
