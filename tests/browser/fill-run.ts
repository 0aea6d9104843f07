import Database from 'better-sqlite3';

const ENTRIES = 100_000;

/** Every twentieth page has a problem. */
const EACH = 20;

const PROBLEM = {
  ...{ rule: 'date-missing', severity: 'error', page: 'x', line: null },
  ...{ found: 'no such line', expected: 'a date', message: 'The page has no date' },
};

/** Puts a run with 100,000 entries and 5,000 problems, or one of another size, into the database of a server. @returns the run's number. */
export function fillRun(file: string, entries = ENTRIES): number {
  const database = new Database(file);
  database.pragma('busy_timeout = 10000');
  const problems = entries / EACH;
  const counts = {
    pages: entries,
    created: entries - problems,
    updated: 0,
    unchanged: 0,
    kept: 0,
    duplicates: 0,
    quarantined: problems,
    problems,
  };
  const rules = [{ rule: PROBLEM.rule, severity: PROBLEM.severity, count: problems, examples: [PROBLEM] }];
  const run = database.prepare(
    `insert into importer_runs (document_id, kind, started_at, finished_at, duration_ms, state, by, source, options, request_key, counts, rules, position, total)
      values (:documentId, 'import', :now, :now, 60000, 'finished', 'Tests', '["large.zip"]', '{}', '', :counts, :rules, :pages, :pages)`,
  );
  const entry = database.prepare(
    `insert into importer_entries (document_id, run, page, path, action, reason, title, problems, rules)
      values (:id, :run, :page, :page, :action, :reason, :title, :problems, :rules)`,
  );
  const fill = database.transaction(() => {
    const { lastInsertRowid } = run.run({
      documentId: `filled${entries}`,
      now: Date.now(),
      counts: JSON.stringify(counts),
      rules: JSON.stringify(rules),
      pages: entries,
    });
    for (let number = 0; number < entries; number += 1) {
      const isBroken = number % EACH === 0;
      const told = {
        run: lastInsertRowid,
        id: `of${entries}n${number}`,
        page: `large.zip!/${number}.txt`,
        title: `Story number ${number}`,
      };
      const good = { action: 'create', reason: 'the page is new', problems: null, rules: null };
      const broken = {
        action: 'quarantine',
        reason: 'the page has errors',
        problems: JSON.stringify([PROBLEM]),
        rules: ' date-missing:error ',
      };
      entry.run({ ...told, ...(isBroken ? broken : good) });
    }
    return Number(lastInsertRowid);
  });
  try {
    return fill();
  } finally {
    database.close();
  }
}
