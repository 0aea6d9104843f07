import BetterSqlite3 from 'better-sqlite3';
import { foldCaseOf } from '../../src/database/sqlite-text';

const connection = new BetterSqlite3(':memory:');
foldCaseOf(connection);

const answer = (sql: string, ...values: unknown[]) =>
  connection
    .prepare(sql)
    .pluck()
    .get(...values);

afterAll(() => connection.close());

/** What PostgreSQL 15 gives, in a database with C.UTF-8. */
test.each([
  ['Почему', 'почему'],
  ['ЁЛКА', 'ёлка'],
  ['İstanbul', 'istanbul'],
  ['IŞIQ', 'işiq'],
  ['ışıq', 'ışıq'],
  ['ƏLİ', 'əli'],
  ['ẞß', 'ßß'],
  ['ΟΔΟΣ', 'οδοσ'],
  [5, '5'],
  [null, null],
])('the lower case of %j', (given, lower) => {
  expect(answer('select lower(?)', given)).toBe(lower);
});

test.each([
  ['%почему%', 'И почему?', 1],
  ['%ПОЧЕМУ%', 'почему', 1],
  ['%istanbul%', 'Yeni İSTANBUL', 1],
  ['%dış%', 'DIŞ', 0],
  ['елка', 'Ёлка', 0],
  ['%straße%', 'STRASSE', 0],
  ['почему', 'почему?', 0],
  ['почему%', 'почему?', 1],
  ['%ему', 'ПОЧЕМУ', 1],
  ['по_ему', 'ПОЧЕМУ', 1],
  ['_', '😀', 1],
  ['100\\%', '100%', 1],
  ['100\\%', '1000', 0],
  ['a.b*(c)[d]{e}^$|\\\\/-+?', 'A.B*(C)[D]{E}^$|\\/-+?', 1],
  ['%', '', 1],
  ['', '', 1],
  ['', 'a', 0],
  ['%a%b%', 'x\nA\nB', 1],
  ['1%', 12, 1],
  ['a', null, null],
  [null, 'a', null],
])('%j is like %j: %j', (pattern, value, expected) => {
  expect(answer(`select ? like ? escape '\\'`, value, pattern)).toBe(expected);
});

test('without an escape, and with many patterns in one statement', () => {
  expect(answer('select ? like ?', 'a\\%', 'A\\%')).toBe(1);
  expect(answer(`select 'ПОЧЕМУ' like 'почему' and 'Ёлка' like '%ЛКА' and not 'x' like 'y' and 'a!' like 'A!!' escape '!'`)).toBe(1);
});
