import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import type * as MoveLogAside from '../../src/plugins/importer/server/src/throttle/checkpoints/move-log-aside';
import { ROOT } from '../helpers/newsroom';

/** The thread runs compiled code: it is loaded from where the commands load it. */
const COMPILED = path.join(ROOT, 'dist/src/plugins/importer/server/src/throttle/checkpoints/move-log-aside.js');
const { moveLogAside } = jest.requireActual<typeof MoveLogAside>(COMPILED);

const PAGE = 4096;
const LONG_LOG = 200;

describe("SQLite's log, while somebody writes", () => {
  let folder: string;
  let file: string;
  let connection: BetterSqlite3.Database;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'newsroom-log-'));
    file = path.join(folder, 'data.db');
    connection = new BetterSqlite3(file);
    for (const setting of ['journal_mode = wal', 'synchronous = normal', 'wal_autocheckpoint = 0']) connection.pragma(setting);
    connection.exec('create table texts (id integer primary key, text text)');
  });

  afterEach(() => {
    connection.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Writes some pages in each transaction. */
  async function write(transactions: number): Promise<void> {
    const insert = connection.prepare('insert into texts (text) values (?)');
    for (let count = 0; count < transactions; count += 1) {
      connection.transaction(() => {
        for (let row = 0; row < 10; row += 1) insert.run('x'.repeat(PAGE));
      })();
      await (count % 10 === 0 ? wait(10) : nextTurn());
    }
  }

  const rows = () => {
    const other = new BetterSqlite3(file, { readonly: true });
    try {
      expect(other.pragma('integrity_check', { simple: true })).toBe('ok');
      return other.prepare('select count(*) from texts').pluck().get();
    } finally {
      other.close();
    }
  };

  it('is moved by a thread, and begun anew by the connection that writes', async () => {
    const failures: unknown[] = [];
    const moveRest = () => Promise.resolve(connection.pragma('wal_checkpoint(passive)'));
    const moving = moveLogAside({ file, moveRest, onFailure: (cause) => failures.push(cause), everyMs: 20, longLog: LONG_LOG });
    await write(1500);
    await moving.end();

    expect(failures).toEqual([]);
    expect(rows()).toBe(15_000);
    const written = statSync(file).size;
    expect(written).toBeGreaterThan(15_000 * PAGE);
    expect(statSync(`${file}-wal`).size).toBeLessThan(written / 2);
  });

  it('grows where the thread fails, which is told, and what is written stays', async () => {
    const failures: unknown[] = [];
    const onFailure = (cause: unknown) => failures.push(cause);
    const moving = moveLogAside({ file: path.join(folder, 'gone.db'), moveRest: () => Promise.resolve(), onFailure, everyMs: 1 });
    while (failures.length === 0) await write(10);
    await moving.end();

    expect(failures).toMatchObject([{ message: expect.stringContaining('unable to open database file') as string }]);
    expect(rows()).toBe(connection.prepare('select count(*) from texts').pluck().get());
  });

  it('needs no thread where the writing ends at once', async () => {
    const [moveRest, onFailure] = [jest.fn(() => Promise.resolve()), jest.fn()];
    const moving = moveLogAside({ file: path.join(folder, 'gone.db'), moveRest, onFailure });
    await write(1);
    await moving.end();
    expect(moveRest).not.toHaveBeenCalled();
    expect(onFailure).not.toHaveBeenCalled();
  });
});
