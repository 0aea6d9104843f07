import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Upload } from '../../src/plugins/importer/shared/contracts/imports';
import { usePanel } from '../helpers/panel-bench';

const MEBIBYTE = 1024 * 1024;

Object.assign(process.env, { IMPORT_UPLOAD_MEGABYTES: '1', IMPORT_UPLOAD_FILES: '4' });

describe('several files in one request', () => {
  const { office } = usePanel();
  const folder = () => process.env.IMPORT_UPLOADS_FOLDER ?? '';
  const begin = async () => (await office.panel.call<Upload>('post', '/uploads')).data.id;

  it('are counted and named like files that come alone', async () => {
    const id = await begin();
    const files = [
      ['pages/б "1" &#1073;.txt', 'first'],
      ['pages/a/2.txt', ''],
      ['more.txt', 'more'],
    ] as const;
    expect((await office.panel.putTogether(id, files)).data).toMatchObject({ files: 3, bytes: 9, name: 'pages (+1)' });
    expect((await office.panel.putTogether(id, [['pages/a/2.txt', 'two']])).data).toMatchObject({ files: 3, bytes: 12 });
    expect(readdirSync(path.join(folder(), id), { recursive: true }).sort()).toEqual(
      ['more.txt', 'pages', 'pages/a', 'pages/a/2.txt', files[0][0]].sort(),
    );
  });

  it('are refused together for a name, or for want of room; where one can not stand beside another, those before it stay', async () => {
    const id = await begin();
    const refused = [
      [
        [
          ['1.txt', 'a'],
          ['../2.txt', 'b'],
        ],
        400,
        'it must be a path below a folder',
      ],
      [Array.from({ length: 5 }, (_, index) => [`${index}.txt`, ''] as const), 413, '4 files at most'],
      [[['1.txt', 'x'.repeat(MEBIBYTE + 1)]], 413, '1 MB at most'],
    ] as const;
    for (const [files, status, message] of refused)
      expect(await office.panel.putTogether(id, files)).toMatchObject({ status, message: expect.stringContaining(message) as string });
    expect(await office.panel.putTogether(id, [])).toMatchObject({ status: 400 });
    expect(await office.panel.putTogether(id, [['a', 'b']], ['a', 'b'])).toMatchObject({
      status: 400,
      message: expect.stringContaining('one file') as string,
    });
    expect(await office.panel.putTogether(id, [['a', 'b']], 'a')).toMatchObject({ status: 400 });
    expect(
      (
        await office.panel.putTogether(id, [
          ['a', 'b'],
          ['a/b', 'c'],
          ['d', 'e'],
        ])
      ).status,
    ).toBe(400);
    expect((await office.panel.putTogether(id, [['d', 'ee']])).data).toMatchObject({ files: 2, bytes: 3, name: 'a (+1)' });
    expect(readdirSync(path.join(folder(), '.parts'))).toEqual([]);
  });
});
