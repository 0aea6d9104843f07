import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { LIMITS } from '../../src/plugins/importer/server/src/import/source/limits';
import { openSource } from '../../src/plugins/importer/server/src/import/source/open-source';
import { eachOf } from '../../src/plugins/importer/server/src/import/source/source';
import { makeTar, makeZip } from '../helpers/make-archive';
import { findAll, useSourceFolder } from '../helpers/source-bench';

const { at, leftovers, write, read } = useSourceFolder();

interface Content {
  readonly name: string;
  readonly content: string;
}

type Make = (files: readonly Content[]) => Promise<Uint8Array> | Uint8Array;

/** Every format that holds files, with the name that tells it. */
const FORMATS: readonly (readonly [string, Make])[] = [
  ['pages.zip', makeZip],
  ['pages.tar', makeTar],
  ['pages.tar.gz', async (files) => gzipSync(await makeTar(files))],
  ['pages.TGZ', async (files) => gzipSync(await makeTar(files))],
  ['pages.gz', async (files) => gzipSync(await makeTar(files))],
];

describe.each(FORMATS)('the pages of %s', (name, make) => {
  const archive = async (...files: Content[]) => write(name, await make(files));

  test('are its files, with the names and the order of their places', async () => {
    await archive({ name: 'a/1.txt', content: 'one' }, { name: './a//2.txt', content: 'два' }, { name: 'b.txt', content: '' });
    expect(await read([at(name)])).toEqual([`${name}!/a/1.txt: one`, `${name}!/a/2.txt: два`, `${name}!/b.txt: `]);
    expect((await findAll([at(name)])).map((found) => found.name)[0]).toBe(`${at(name)}!/a/1.txt`);
  });

  test('are found below a folder too', async () => {
    await archive({ name: '1.txt', content: 'one' });
    write('z.txt', 'z');
    expect(await read([at(), at(name)])).toEqual([`${name}!/1.txt: one`, 'z.txt: z']);
  });

  test('are the same from standard input, which leaves nothing behind', async () => {
    const bytes = await make([{ name: 'a/1.txt', content: 'one' }]);
    expect(await read(['-', '-'], { standardInput: Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]) })).toEqual([
      '-!/a/1.txt: one',
    ]);
    expect(leftovers()).toEqual([]);
  });

  test('need not be read in a round, and are read in the next', async () => {
    const files = ['1', '2', '3'].map((one) => ({ name: one, content: one.repeat(100_000) }));
    const source = await openSource([await archive(...files)]);
    for await (const found of eachOf(source)) if (found.path.endsWith('2')) break;
    const sizes = [];
    for await (const found of eachOf(source)) if (found.kind === 'page') sizes.push(await found.read());
    expect(sizes.map((content) => content instanceof Uint8Array && content.length)).toEqual([100_000, 100_000, 100_000]);
  });

  test('do not count hidden files, nor the folder of site data, which is unpacked while it is used', async () => {
    await archive(
      ...['.hidden', '__MACOSX/._1.txt', 'in/site/logos/a.svg', 'in/site/site.json', 'in/site/x/site.json', 'z.txt'].map((one) => ({
        name: one,
        content: one,
      })),
    );
    expect(await read([at(name)])).toEqual([`${name}!/in/site/site.json is site data`, `${name}!/z.txt: z.txt`]);

    const [data] = await findAll([at(name)]);
    let folder = '';
    if (data?.kind !== 'site-data') throw new Error('no site data');
    await data.use((file) => {
      folder = path.dirname(file);
      expect(leftovers()).toHaveLength(1);
      expect(readFileSync(file, 'utf8')).toBe('in/site/site.json');
      expect(readFileSync(path.join(folder, 'logos/a.svg'), 'utf8')).toBe('in/site/logos/a.svg');
      return Promise.resolve();
    });
    expect(existsSync(folder)).toBe(false);
    expect(leftovers()).toEqual([]);
  });

  test('are told of where names lead out, come twice, hold archives or too much', async () => {
    const content = 'x';
    const names = ['../1.txt', '/etc/2.txt', 'C:\\3.txt', 'a/../../4.txt', 'a\\..\\5.txt', '6\n.txt', 'b/7.zip', 'c/8.txt', './c/8.txt'];
    await archive(
      ...names.map((one) => ({ name: one, content })),
      { name: 'd', content: 'x'.repeat(LIMITS.page + 1) },
      { name: 'e', content },
    );
    const faults = (await read([at(name)])).sort();
    expect(faults.filter((fault) => fault.includes(': name-unsafe, a name that leads out'))).toHaveLength(6);
    expect(faults.filter((fault) => !fault.includes('name-unsafe'))).toEqual([
      `${name}!/b/7.zip: unreadable, an archive in an archive`,
      `${name}!/c/8.txt: name-duplicate, c/8.txt once more`,
      `${name}!/c/8.txt: x`,
      `${name}!/d: page-too-large, 10 MB`,
      `${name}!/e: x`,
    ]);
    expect(faults.join()).not.toContain('\n');
  });

  test('are read as far as an archive that is cut short goes, where that can be known', async () => {
    const files = Array.from({ length: 50 }, (_, index) => ({ name: `${index + 10}.txt`, content: `${index} `.repeat(2000) }));
    const bytes = await make(files);
    write(name, bytes.subarray(0, bytes.length / 2));
    const found = await read([at(name)]);
    expect(found.at(-1)).toMatch(new RegExp(`^${name}: unreadable, `));
    if (!name.endsWith('.zip')) expect(found[0]).toContain('10.txt: 0 0');
  });

  test('are told of as one when it is of another format', async () => {
    write(name, 'no archive at all, but a text '.repeat(99));
    expect(await read([at(name)])).toEqual([expect.stringMatching(new RegExp(`^${name}: unreadable, `))]);
  });

  test('end where it unpacks to too much', async () => {
    const limits = { ...LIMITS, ratioFrom: 4_000_000 };
    const files = Array.from({ length: 30 }, (_, index) => ({ name: `${index + 10}.txt`, content: '0'.repeat(1_000_000) }));
    await archive(...files);
    const packed = await read([at(name)], { limits });
    const fault = expect.stringMatching(new RegExp(`^${name}: archive-too-large, an archive of .* that unpacks to more than `)) as string;
    if (name === 'pages.tar') expect(packed).toHaveLength(30);
    else expect([packed.length < 20, packed.at(-1)]).toEqual([true, fault]);

    const total = await read([at(name)], { limits: { ...LIMITS, unpacked: 2_500_000 } });
    if (name !== 'pages.tar') expect([total.length, total.at(-1)]).toEqual([name.endsWith('.zip') ? 3 : expect.any(Number), fault]);
  });
});

describe('a zip', () => {
  test('lists its pages in the order of a folder', async () => {
    const names = ['b', 'c/d', 'C', 'c.txt', 'c/a', './a/z', 'a.txt'];
    names.forEach((name) => write(`folder/${name}`, name));
    const [zipped, inFolder] = await Promise.all(
      [write('a.zip', makeZip(names.map((name) => ({ name, content: name })))), at('folder')].map(async (given) => read([given])),
    );
    expect(zipped).toHaveLength(7);
    expect(zipped?.map((page) => page.replace('a.zip!/', 'folder/'))).toEqual(inFolder);
  });

  test.each([
    ['is encrypted', { flags: 1 }, 'an encrypted file'],
    ['says that it is longer than it is', { size: 7 }, expect.stringMatching(/not enough bytes/)],
    ['says that it is shorter than it is', { size: 2 }, expect.stringMatching(/too many bytes/)],
    ['is not what was packed', { checksum: 7 }, 'content that does not match its checksum'],
    ['is packed in another way', { method: 12 }, 'unsupported compression method: 12'],
    ['is a link', { mode: 0o120777 }, 'a link in an archive'],
    ['is a device', { mode: 0o020666 }, 'a device or the like'],
  ])('tells of a file that %s, and reads the others', async (_what, lie, found) => {
    write(
      'a.zip',
      makeZip([
        { name: '1', content: 'one' },
        { name: '2', content: 'two', ...lie },
        { name: '3', content: 'three' },
      ]),
    );
    const [first, second, third] = await findAll([at('a.zip')]);
    const faults = await read([at('a.zip')]);
    expect([first, second, third].map((page) => page?.name.slice(-1))).toEqual(['1', '2', '3']);
    expect([faults[0], faults[2]]).toEqual(['a.zip!/1: one', 'a.zip!/3: three']);
    expect(faults[1]?.replace(/^[^,]*, /, '')).toEqual(found);
  });

  test('is refused when it lists too many files', async () => {
    write('a.zip', makeZip([{ name: '1' }, { name: '2' }, { name: '3' }]));
    expect(await read([at('a.zip')], { limits: { ...LIMITS, members: 2 } })).toEqual(['a.zip: archive-too-large, 3 files']);
  });

  test('may be empty', async () => {
    expect(await read([write('a.zip', makeZip([]))])).toEqual([]);
  });
});

describe('a tar', () => {
  test('may be older than POSIX', async () => {
    const bytes = await makeTar([{ name: '1', content: 'one' }]);
    const sum = (head: Buffer) => head.subarray(0, 512).reduce((total, byte) => total + byte, 0);
    const before = sum(bytes);
    bytes.fill(0, 257, 265);
    const checksum = Number.parseInt(bytes.toString('latin1', 148, 154), 8) - before + sum(bytes);
    bytes.write(checksum.toString(8).padStart(6, '0'), 148, 'latin1');
    expect(await read([write('a.tar', bytes)])).toEqual(['a.tar!/1: one']);
  });

  test('keeps its own order, and tells of what is no file', async () => {
    const files = [
      { name: 'b', content: 'b' },
      { name: 'folder/', type: 'directory' as const },
      { name: 'l', type: 'symlink' as const, linkname: '/etc/passwd' },
      { name: 'h', type: 'link' as const, linkname: 'b' },
      { name: 'p', type: 'fifo' as const },
      { name: 'a', content: 'a' },
      { name: `${'long/'.repeat(60)}name`, content: 'long' },
    ];
    write('a.tar', await makeTar(files));
    expect(await read([at('a.tar')])).toEqual([
      'a.tar!/b: b',
      'a.tar!/l: link-unfollowed, a link in an archive',
      'a.tar!/h: link-unfollowed, a link in an archive',
      'a.tar!/p: unreadable, a device or the like',
      'a.tar!/a: a',
      `a.tar!/${'long/'.repeat(60)}name: long`,
    ]);
  });
});

describe('a text in gzip', () => {
  test('is one page under its own name', async () => {
    expect(await read([write('1.txt.gz', gzipSync('one'))])).toEqual(['1.txt.gz: one']);
  });

  test('is too large when it unpacks to too much, however small it is packed', async () => {
    write('1.gz', gzipSync(Buffer.alloc(LIMITS.page + 1)));
    expect(await read([at('1.gz')])).toEqual(['1.gz: page-too-large, more than 10 MB']);
  });

  test('is told of when it is cut short', async () => {
    write('1.gz', gzipSync('one two three').subarray(0, 20));
    expect(await read([at('1.gz')])).toEqual(['1.gz: unreadable, unexpected end of file']);
  });
});
