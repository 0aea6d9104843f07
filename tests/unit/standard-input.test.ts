import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { LIMITS } from '../../src/plugins/importer/server/src/import/source/limits';
import { openSource } from '../../src/plugins/importer/server/src/import/source/open-source';
import { useSourceFolder } from '../helpers/source-bench';

const { leftovers, write, read } = useSourceFolder();

describe('standard input', () => {
  const input = (...parts: Uint8Array[]) => ({ standardInput: Readable.from(parts) });

  test('may be one page, packed or not, or nothing', async () => {
    expect(await read(['-'], input(Buffer.from('one ')))).toEqual(['-: one ']);
    expect(await read(['-'], input(gzipSync('one')))).toEqual(['-: one']);
    expect(await read(['-'], input())).toEqual(['-: ']);
  });

  test('stands beside paths', async () => {
    expect(await read([write('1.txt', 'one'), '-'], input(Buffer.from('two')))).toEqual(['1.txt: one', '-: two']);
  });

  test('is refused when it is too long, fails, or is not offered; and leaves nothing behind', async () => {
    const limits = { ...LIMITS, standardInput: 5 };
    await expect(openSource(['-'], { ...input(Buffer.from('six by')), limits })).rejects.toThrow('Standard input holds more than 5 bytes');
    const failing = new Readable({ read: () => failing.destroy(new Error('cut')) });
    await expect(openSource(['-'], { standardInput: failing })).rejects.toThrow("Standard input can't be kept: cut");
    await expect(openSource(['-'])).rejects.toThrow('Standard input is not offered here');
    expect(leftovers()).toEqual([]);
  });
});
