import { databaseFaultOf, driverFaultOf } from '../../src/plugins/importer/server/src/database/database-fault';

const withCode = (code: string, message = 'select 1 - it failed') => Object.assign(new Error(message), { code });

describe('what is the database’s condition', () => {
  it.each([
    ['57P01', 'unreachable'],
    ['57P03', 'unreachable'],
    ['08006', 'unreachable'],
    ['53300', 'unreachable'],
    ['28P01', 'refused'],
    ['3D000', 'refused'],
    ['42501', 'refused'],
    ['55P03', 'busy'],
    ['53100', 'full'],
    ['25006', 'read-only'],
    ['SQLITE_BUSY_SNAPSHOT', 'busy'],
    ['SQLITE_FULL', 'full'],
    ['SQLITE_READONLY_DIRECTORY', 'read-only'],
    ['SQLITE_NOTADB', 'unusable'],
    ['SQLITE_IOERR_WRITE', 'full'],
    ['SQLITE_CANTOPEN', 'unusable'],
  ])('is told by %s: %s', (code, kind) => {
    expect(databaseFaultOf(withCode(code))).toEqual({ kind, reason: 'it failed' });
    expect(databaseFaultOf(new Error('A page could not be written', { cause: withCode(code) }))).toMatchObject({ kind });
  });

  it.each(['23505', '22001', '42P01', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_ERROR', 'ENOENT'])('is not told by %s', (code) => {
    expect(databaseFaultOf(withCode(code))).toBeNull();
  });

  it('is told by a connection that ended, whichever statement it was', () => {
    for (const reason of ['Connection terminated unexpectedly', 'Client has encountered a connection error and is not queryable']) {
      expect(databaseFaultOf(new Error(`select "a" from "b" - ${reason}`))).toEqual({ kind: 'unreachable', reason });
    }
  });

  it('is told by the network only of the database’s own connections', () => {
    expect(databaseFaultOf(withCode('ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:25'))).toBeNull();
    const refused = Object.assign(new AggregateError([], ''), { code: 'ECONNREFUSED' });
    expect(driverFaultOf(refused)).toEqual({ kind: 'unreachable', reason: 'ECONNREFUSED' });
  });
});
