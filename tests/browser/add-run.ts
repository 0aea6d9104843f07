import Database from 'better-sqlite3';

interface StoppedRun {
  readonly state: 'failed' | 'interrupted';
  /** Where its pages were. */
  readonly folder: string;
  readonly failure?: { readonly code: string; readonly values: object };
}

/** Puts a run that has stopped, and that no server carries out, into the database of a server. @returns the run's number. */
export function addRun(file: string, { state, folder, failure }: StoppedRun): number {
  const database = new Database(file);
  database.pragma('busy_timeout = 10000');
  const options = { status: 'draft', timeZone: 'Asia/Baku', locale: null };
  const counts = { pages: 0, created: 0, updated: 0, unchanged: 0, kept: 0, duplicates: 0, quarantined: 0, problems: 0 };
  try {
    const { lastInsertRowid } = database
      .prepare(
        `insert into importer_runs (document_id, kind, started_at, duration_ms, state, by, source, options, request_key, counts, rules,
            position, served, place, failure, failure_said)
          values (:id, 'import', :now, 60000, :state, 'Tests', :source, :options, '', :counts, '[]', 0, 0, :place, :failure, :said)`,
      )
      .run({
        ...{ id: `stopped-${state}`, now: Date.now(), state, source: JSON.stringify([folder]) },
        ...{ options: JSON.stringify(options), counts: JSON.stringify(counts) },
        place: JSON.stringify({ paths: [folder], base: '/' }),
        ...{ failure: failure ? 'In English' : null, said: failure ? JSON.stringify(failure) : null },
      });
    return Number(lastInsertRowid);
  } finally {
    database.close();
  }
}
