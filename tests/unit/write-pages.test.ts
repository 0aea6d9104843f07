import { createPlanner } from '../../src/plugins/importer/server/src/import/plan/plan-pages';
import { createSeenStories } from '../../src/plugins/importer/server/src/import/plan/seen-stories';
import { NOTHING_YET } from '../../src/plugins/importer/server/src/import/report/tally';
import { NOTHING_OBSERVED } from '../../src/plugins/importer/server/src/import/site/observe-site';
import type { OpenRun, PlannedChunk } from '../../src/plugins/importer/server/src/import/store';
import { writePages } from '../../src/plugins/importer/server/src/import/write/write-pages';
import { NOTHING, recognised, sameBytes } from '../helpers/decisions';

const BEFORE = { position: 0, lastPage: null, tally: NOTHING_YET, observed: NOTHING_OBSERVED };

/** A run that keeps what it is to carry out; some commits come to nothing first. */
function openRun(outdated = 0) {
  const committed: PlannedChunk[] = [];
  const looked: string[][] = [];
  const run: Pick<OpenRun, 'lookUp' | 'commit'> = {
    lookUp(pages) {
      looked.push(pages.map(({ page }) => page));
      return Promise.resolve(NOTHING);
    },
    commit(chunk) {
      if (looked.length <= outdated) return Promise.resolve(null);
      committed.push(chunk);
      return Promise.resolve(chunk.entries.map((entry) => ({ entry, documentId: null })));
    },
  };
  return { run: run as OpenRun, committed, looked };
}

const page = (name: string) => recognised(name, { title: `Маяк номер ${name}` });

test('a page that nothing can be decided of is a problem of its own, and stops no other', async () => {
  const { run } = openRun();
  // Its bytes are as the ledger knows them, which knows nothing of it.
  const pages = [page('1.txt'), sameBytes('2.txt'), page('3.txt')];
  const { outcomes, progress } = await writePages(pages, createPlanner(run, createSeenStories()), run, BEFORE);
  expect(outcomes.map(({ entry }) => [entry.page, entry.action])).toEqual([
    ['1.txt', 'create'],
    ['2.txt', 'quarantine'],
    ['3.txt', 'create'],
  ]);
  expect(progress).toMatchObject({ position: 3, lastPage: '3.txt', tally: { counts: { created: 2, quarantined: 1, problems: 1 } } });
});

test('a plan whose ground has changed is made anew, and its pages count once', async () => {
  const { run, committed, looked } = openRun(2);
  const { progress } = await writePages([page('1.txt')], createPlanner(run, createSeenStories()), run, BEFORE);
  expect(looked).toEqual([['1.txt'], ['1.txt'], ['1.txt']]);
  expect(committed).toHaveLength(1);
  expect(progress.tally.counts).toMatchObject({ pages: 1, created: 1, duplicates: 0 });
});
