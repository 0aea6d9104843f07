import type { Problem } from '../../src/plugins/importer/server/src/import/problem';
import { NOTHING_YET, withEntries, withProblems } from '../../src/plugins/importer/server/src/import/report/tally';

const problem = (rule: Problem['rule'], severity: Problem['severity'] = 'error'): Problem => ({
  ...{ rule, severity, page: 'a.txt', line: null, found: 'this', expected: 'that', message: 'Not so.' },
});

describe('what a run has come to', () => {
  test('is counted by what became of the pages, and by problems', () => {
    const first = withEntries(NOTHING_YET, [
      { action: 'create', problems: [] },
      { action: 'quarantine', problems: [problem('date-missing'), problem('body-missing')] },
    ]);
    const { counts } = withEntries(first, [{ action: 'create', problems: [problem('time-skipped', 'warning')] }]);
    expect(counts).toEqual({
      pages: 3,
      created: 2,
      updated: 0,
      unchanged: 0,
      kept: 0,
      duplicates: 0,
      quarantined: 1,
      leftOut: 0,
      skipped: 0,
      problems: 3,
    });
  });

  test('counts files that were skipped by what they are, and not as pages', () => {
    const skip = (kind: string, path: string) => ({ action: 'skip', kind, path, problems: [] }) as const;
    const many = Array.from({ length: 7 }, (_, index) => skip('HTML', `${index}.html`));
    const { counts, skipped } = withEntries(withEntries(NOTHING_YET, many), [skip('Stylesheet', 'a.css'), skip('HTML', '7.html')]);
    expect(counts).toMatchObject({ pages: 0, skipped: 9, problems: 0 });
    expect(skipped).toEqual([
      { kind: 'HTML', count: 8, examples: ['0.html', '1.html', '2.html', '3.html', '4.html'] },
      { kind: 'Stylesheet', count: 1, examples: ['a.css'] },
    ]);
  });

  test('groups problems by their rule and severity, with a count and the first of each', () => {
    const many = withProblems(NOTHING_YET, [...Array<Problem>(7).fill(problem('binary')), problem('binary', 'warning')]);
    const { rules } = withProblems(many, [problem('binary')]);
    expect(rules.map(({ rule, severity, count, examples }) => [rule, severity, count, examples.length])).toEqual([
      ['binary', 'error', 8, 5],
      ['binary', 'warning', 1, 1],
    ]);
  });
});
