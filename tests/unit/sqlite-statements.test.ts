import Database from 'better-sqlite3';
import { hasTriggers, prepareOnce } from '../../src/plugins/importer/server/src/bulk/rows/sqlite-statements';

const open = () => {
  const database = new Database(':memory:');
  database.exec(`
    create table counted (id integer primary key);
    create table plain (id integer primary key);
    create table "odd "" name" (id integer primary key);
    create trigger count_rows after insert on "Counted" begin delete from plain; end;
    create trigger count_odd after insert on "odd "" name" begin delete from plain; end;
  `);
  return database;
};

test('a table is known by its triggers, whichever way its name is written, and on each connection anew', () => {
  const [database, other] = [open(), new Database(':memory:')];
  expect(['counted', 'COUNTED', 'odd " name', 'plain', 'nothing'].map((table) => hasTriggers(database, table))).toEqual([
    ...[true, true, true, false, false],
  ]);
  expect(hasTriggers(other, 'counted')).toBe(false);
  expect(hasTriggers(database, 'counted')).toBe(true);
});

test('a statement is prepared once for each connection', () => {
  const [database, other] = [open(), open()];
  const statement = prepareOnce(database, 'select 1');
  expect(prepareOnce(database, 'select 1')).toBe(statement);
  expect(prepareOnce(other, 'select 1')).not.toBe(statement);
});
