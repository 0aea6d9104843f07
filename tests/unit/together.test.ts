import { setTimeout as wait } from 'node:timers/promises';
import { together } from '../../src/plugins/importer/server/src/store/together';

describe('parts of one transaction', () => {
  it('give what each of them gives', async () => {
    expect(await together([wait(5, 'later'), Promise.resolve(2)])).toEqual(['later', 2]);
    expect(await together([])).toEqual([]);
  });

  it('are all over before the first failure is told', async () => {
    const ended: string[] = [];
    const part = async (name: string, milliseconds: number, fails: boolean) => {
      await wait(milliseconds);
      ended.push(name);
      if (fails) throw new Error(name);
    };
    await expect(together([part('slow', 30, false), part('second', 15, true), part('first', 5, true)])).rejects.toThrow('first');
    expect(ended).toEqual(['first', 'second', 'slow']);
  });
});
