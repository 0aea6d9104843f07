import type { UndoneEntry, UndoReport } from '../plugins/importer/server/src/services/for-commands';
import { answer, answerNow } from './standard-output';
import { QUOTED } from './summary/examples';

const BEGINNING = '{"entries":[';

/** What is told of an undo: everything as JSON, or what stays, and the counts. */
export function createUndoReport(json: boolean) {
  const kept: UndoneEntry[] = [];
  let told = 0;

  /** The end of the object that the entries stand in. */
  const rest = (others: object) => `${told === 0 ? BEGINNING : ''}],${JSON.stringify(others).slice(1)}\n`;

  return {
    onEntry: (entry: UndoneEntry): void => {
      if (json) answerNow(`${told === 0 ? BEGINNING : ','}${JSON.stringify(entry)}`);
      told += 1;
      if (entry.action === 'keep' && kept.length < QUOTED) kept.push(entry);
    },

    /** Ends the JSON of an undo that has failed, so that it can be read as far as it came. */
    async fail(message: string): Promise<void> {
      if (json) await answer(rest({ failure: message }));
    },

    async finish(report: UndoReport): Promise<void> {
      if (json) return answer(rest(report));
      const { undoes, run, dryRun, interrupted, counts } = report;
      const more = counts.kept > kept.length ? [`  … and ${counts.kept - kept.length} more: --json lists all`] : [];
      const lines = kept.map(({ page, title, reason }) => `  ${page}${title === null ? '' : `  ${title}`}: ${reason}`);
      const stays = kept.length > 0 ? ['', 'What stays', ...lines, ...more] : [];
      const { removed, restored, gone } = counts;
      const before = dryRun ? 'Dry run, nothing undone. ' : interrupted ? 'Interrupted; the same undo goes on with the rest. ' : '';
      const by = run === null ? '' : ` by run ${run}`;
      const line = `${before}Run ${undoes}, undone${by}: ${removed} removed, ${restored} restored, ${counts.kept} kept, ${gone} gone before`;
      await answer(`${[...stays, '', line].join('\n')}\n`);
    },
  };
}
