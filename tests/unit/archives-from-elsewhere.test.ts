import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { eachOf } from '../../src/plugins/importer/server/src/import/source/source';
import { openPages } from '../../src/plugins/importer/server/src/import/source/open-pages';
import { makeTar, makeZip } from '../helpers/make-archive';
import { findAll, useSourceFolder } from '../helpers/source-bench';

const { at, write, read } = useSourceFolder();

const NAMES = ['Новости/первая страница.txt', 'Новости/вторая.txt', 'Спорт/третья.txt'];

/** A tar whose names are written in an encoding; as many bytes as the letters have in it. */
async function tarNamedIn(encoding: string): Promise<Buffer> {
  const written = NAMES.map((name) => iconv.encode(name, encoding));
  const tar = await makeTar(written.map((bytes, index) => ({ name: `${index}${'x'.repeat(bytes.length - 1)}`, content: `text ${index}` })));
  for (const [index, bytes] of written.entries()) {
    const start = tar.indexOf(`${index}${'x'.repeat(bytes.length - 1)}`);
    bytes.copy(tar, start);
    tar.write('        ', start + 148, 'latin1');
    const sum = tar.subarray(start, start + 512).reduce((total, byte) => total + byte, 0);
    tar.write(`${sum.toString(8).padStart(6, '0')}\0 `, start + 148, 'latin1');
  }
  return tar;
}

describe('names that are not UTF-8', () => {
  test.each(['windows-1251', 'cp866', 'koi8-r'])('are read in a tar in %s', async (encoding) => {
    write('old.tar', await tarNamedIn(encoding));
    expect(await read([at('old.tar')])).toEqual(NAMES.map((name, index) => `old.tar!/${name}: text ${index}`));
  });

  test('are read in a zip as DOS wrote them', async () => {
    const zip = makeZip([{ name: 'xxxxxxx.txt', content: 'text' }]);
    const name = iconv.encode('новость.txt', 'cp866');
    for (let at = zip.indexOf('xxxxxxx.txt'); at >= 0; at = zip.indexOf('xxxxxxx.txt', at)) name.copy(zip, at);
    for (let at = zip.indexOf('PK'); at >= 0; at = zip.indexOf('PK', at + 1)) {
      const flags = { 0x0403: 6, 0x0201: 8 }[zip.readUInt16LE(at + 2)];
      if (flags !== undefined) zip.writeUInt16LE(0, at + flags);
    }
    write('dos.zip', zip);
    expect(await read([at('dos.zip')])).toEqual(['dos.zip!/новость.txt: text']);
  });

  test('are read on disk, with whole folders, and found again by the name that they were read by', async () => {
    const odd = (name: string) => iconv.encode(name, 'windows-1251');
    const folder = Buffer.concat([Buffer.from(`${at()}/`), odd('Архив')]);
    mkdirSync(folder);
    writeFileSync(Buffer.concat([folder, Buffer.from('/'), odd('первая.txt')]), 'one');
    writeFileSync(Buffer.concat([folder, Buffer.from('/plain.txt')]), 'two');
    writeFileSync(Buffer.concat([folder, Buffer.from('/'), odd('пачка.zip')]), makeZip([{ name: '3.txt', content: 'three' }]));
    writeFileSync(Buffer.concat([Buffer.from(`${at()}/`), odd('четвёртая.txt')]), 'four');
    write('b.txt', 'b');
    const pages = ['b.txt: b', 'Архив/plain.txt: two', 'Архив/пачка.zip!/3.txt: three', 'Архив/первая.txt: one', 'четвёртая.txt: four'];
    expect((await read([at()])).sort()).toEqual(pages.sort());

    for (const found of await findAll([at()])) {
      const again = openPages([found], { paths: [at()], base: '/' });
      const text = pages.find((page) => found.name.endsWith(page.split(': ')[0] ?? ''))?.split(': ')[1];
      for await (const page of eachOf(again))
        expect(page.kind === 'page' && Buffer.from((await page.read()) as Uint8Array).toString()).toBe(text);
    }
  });
});

describe('names that macOS and Windows write in two ways', () => {
  const [composed, loose] = ['Новый район/Ёлка.txt', 'Новый район/Ёлка.txt'].map((name, index) =>
    name.normalize(index === 0 ? 'NFC' : 'NFD'),
  );

  test('are one name, in archives and on disk', async () => {
    write('a.zip', makeZip([{ name: String(loose), content: 'one' }]));
    write('b.zip', makeZip([{ name: String(composed), content: 'two' }]));
    write(path.join('c', String(loose)), 'three');
    const names = (await findAll([at()])).map(({ name }) => name.slice(-String(composed).length));
    expect(names).toEqual([composed, composed, composed]);
  });

  test('are two where a folder has both', async () => {
    for (const form of ['NFD', 'NFC']) write(path.join('c', 'Ёлка.txt'.normalize(form)), form);
    expect(new Set((await findAll([at()])).map(({ name }) => name)).size).toBe(2);
  });
});

describe('what stands behind the end of a gzip file is left alone', () => {
  const page = 'Заметка о море. '.repeat(2000);
  test.each([
    ['text', Buffer.from('<!-- cached -->')],
    ['zeros', Buffer.alloc(700)],
    ['a line end', Buffer.from('\n')],
    ['half a header', Buffer.from([0x1f, 0x8b])],
    ['a header of nothing', Buffer.from([0x1f, 0x8b, 99, 99, 99])],
  ])('%s', async (_, tail) => {
    write('p.txt.gz', Buffer.concat([gzipSync('short'), tail]));
    write('q.txt.gz', Buffer.concat([gzipSync(page), gzipSync(page), tail]));
    const tar = await makeTar(Array.from({ length: 40 }, (__, index) => ({ name: `${index}.txt`, content: page })));
    write('r.tgz', Buffer.concat([gzipSync(tar), tail]));
    const [p, q, ...r] = await read([at()]);
    expect(p).toBe('p.txt.gz: short');
    expect(q).toBe(`q.txt.gz: ${page}${page}`);
    expect(r).toHaveLength(40);
    expect(r.every((one) => one.endsWith(page))).toBe(true);
  });

  test('but not what is broken inside', async () => {
    const packed = gzipSync(page);
    packed.writeUInt32LE(7, packed.length - 8);
    write('p.txt.gz', packed);
    expect(await read([at()])).toEqual([expect.stringContaining('incorrect data check')]);
  });
});

describe('tars of other programs', () => {
  test('from before POSIX are known without a name', async () => {
    const tar = await makeTar([{ name: 'a.txt', content: 'one' }]);
    // Without the mark, and what stands behind it; the checksum made anew.
    tar.fill(0, 257, 512);
    tar.write('        ', 148, 'latin1');
    const sum = tar.subarray(0, 512).reduce((total, byte) => total + byte, 0);
    tar.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
    expect(await read(['-'], { standardInput: Readable.from([tar]) })).toEqual(['-!/a.txt: one']);
    expect(await read(['-'], { standardInput: Readable.from([gzipSync(tar)]) })).toEqual(['-!/a.txt: one']);
  });

  test("a backup's notes on its folders are passed over", async () => {
    const tar = await makeTar([
      { name: 'pages/', content: 'Ya.txt\0Yb.txt\0\0' },
      { name: 'pages/a.txt', content: 'one' },
    ]);
    tar.write('D', 156, 'latin1');
    tar.write('        ', 148, 'latin1');
    const sum = tar.subarray(0, 512).reduce((total, byte) => total + byte, 0);
    tar.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
    write('backup.tar', tar);
    expect(await read([at()])).toEqual(['backup.tar!/pages/a.txt: one']);
  });
});

test('a zip holds as many files as it lists, whatever number its end says', async () => {
  const zip = makeZip(Array.from({ length: 300 }, (_, index) => ({ name: `${1000 + index}.txt`, content: 'x' })));
  for (const place of [8, 10]) zip.writeUInt16LE(40, zip.length - 22 + place);
  write('finder.zip', zip);
  expect(await read([at()])).toHaveLength(300);
});
