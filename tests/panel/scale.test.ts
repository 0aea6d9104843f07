import { createRowWriter } from '../../src/plugins/importer/server/src/bulk/row-writer';
import { newDocumentId } from '../../src/plugins/importer/server/src/store/document-id';
import { createRuns } from '../../src/plugins/importer/server/src/store/runs';
import { usePanel } from '../helpers/panel-bench';

const ENTRIES = 100_000;
const CHUNK = 1000;

/** Every twentieth page has a problem. */
const EACH = 20;

const problem = {
  rule: 'date-missing',
  severity: 'error',
  page: 'x',
  line: 3,
  found: 'nothing',
  expected: 'a date',
  message: 'There is no date',
};

jest.setTimeout(600_000);

describe('a run with 100,000 entries and 5,000 problems', () => {
  const { bench, office } = usePanel();
  const run = { id: 0 };

  beforeEach(async () => {
    const asked = { by: 'tests', source: ['pages'], options: {}, requestKey: null };
    run.id = (await createRuns(bench.newsroom.strapi).begin({ kind: 'import', ...asked })).id;
    const writer = createRowWriter(bench.newsroom.strapi, 'plugin::importer.entry');
    for (let from = 0; from < ENTRIES; from += CHUNK) {
      await writer.insert(
        Array.from({ length: CHUNK }, (_, index) => {
          const number = from + index;
          const isBroken = number % EACH === 0;
          return {
            ...{ documentId: newDocumentId(), run: run.id, page: `pages.zip!/2021/${number}.txt`, path: `pages.zip!/2021/${number}.txt` },
            ...{ action: isBroken ? 'quarantine' : 'create', reason: isBroken ? 'the page has errors' : 'the page is new' },
            ...{ targetId: isBroken ? null : newDocumentId(), targetLocale: 'ru', title: `Новость города номер ${number}` },
            ...{ problems: isBroken ? [problem] : null, rules: isBroken ? ' date-missing:error ' : null, conflicts: null, before: null },
          };
        }),
      );
    }
  });

  it('is listed, paged and filtered', async () => {
    const totals: number[] = [];
    for (const query of [
      'page=1',
      'page=2000',
      'action=create&page=1800',
      'action=quarantine&page=90',
      'rule=date-missing&page=90',
      'severity=error',
      'conflicts=true',
      `q=${encodeURIComponent('номер 4999')}`,
      'q=2021/77',
      `q=${encodeURIComponent('нет такого')}`,
      `rule=date-missing&action=quarantine&q=${encodeURIComponent('номер 5')}`,
    ]) {
      totals.push((await office.panel.call<{ total: number }>('get', `/runs/${run.id}/entries?${query}`)).data.total);
    }
    expect(totals).toEqual([100_000, 100_000, 95_000, 5000, 5000, 5000, 0, 11, 1111, 0, 555]);
  });
});
