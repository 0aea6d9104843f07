import { type Newsroom, startNewsroom } from '../helpers/newsroom';
import { isPostgres } from '../helpers/temporary-database';

/** What both databases look at only when the transaction is to be committed. */
const PARENT = 'create table commit_parents (id integer primary key)';
const CHILD = 'create table commit_children (parent integer references commit_parents (id) deferrable initially deferred)';

interface Transaction {
  raw(sql: string): PromiseLike<unknown>;
}

describe('a transaction that the database does not commit', () => {
  let newsroom: Newsroom;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    for (const statement of [PARENT, CHILD]) await newsroom.strapi.db.connection.raw(statement);
  });

  afterAll(() => newsroom.stop());

  const children = () => newsroom.strapi.db.connection('commit_children').select('parent') as PromiseLike<object[]>;
  const fails = isPostgres ? /violates foreign key/ : /FOREIGN KEY constraint failed/;

  it('fails for whoever began it, leaves nothing behind, and announces nothing', async () => {
    const { db } = newsroom.strapi;
    const announced = jest.fn();
    const write = ({ trx, onCommit }: { trx: Transaction; onCommit: (work: () => void) => void }) => {
      onCommit(announced);
      return trx.raw('insert into commit_children (parent) values (7)');
    };
    await expect(db.transaction(write as never)).rejects.toThrow(fails);
    expect(await children()).toEqual([]);
    expect(announced).not.toHaveBeenCalled();
  });

  it('fails so, too, where it is committed by hand, and the next one begins anew', async () => {
    const { db } = newsroom.strapi;
    const byHand = await db.transaction();
    await (byHand.get() as unknown as Transaction).raw('insert into commit_children (parent) values (8)');
    await expect(byHand.commit()).rejects.toThrow(fails);

    await db.transaction((async ({ trx }: { trx: Transaction }) => {
      await trx.raw('insert into commit_parents (id) values (9)');
      await trx.raw('insert into commit_children (parent) values (9)');
    }) as never);
    expect(await children()).toEqual([{ parent: 9 }]);
  });
});
