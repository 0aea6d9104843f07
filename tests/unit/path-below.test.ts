import { createTop } from '../../src/plugins/importer/server/src/import/source/path-below';

const belowAll = (names: readonly string[]) => {
  const top = createTop();
  for (const name of names) top.meet(name);
  return names.map((name) => top.below(name));
};

test.each([
  ['one page', ['/srv/archive/1.txt'], ['1.txt']],
  ['one page without a folder', ['1.txt'], ['1.txt']],
  ['standard input', ['-'], ['-']],
  ['a folder', ['archive/2020/1.txt', 'archive/2021/1.txt'], ['2020/1.txt', '2021/1.txt']],
  ['folders whose names begin alike', ['a/2020/1.txt', 'a/2020-old/1.txt'], ['2020/1.txt', '2020-old/1.txt']],
  ['a zip', ['a.zip!/2020/1.txt', 'a.zip!/2021/1.txt'], ['2020/1.txt', '2021/1.txt']],
  ['a zip with a folder in it', ['a.zip!/x/2020/1.txt', 'a.zip!/x/2021/1.txt'], ['2020/1.txt', '2021/1.txt']],
  ['a packed tar in a folder of others', ['a/2020.tar.gz!/1.txt', 'a/2021/1.txt'], ['2020/1.txt', '2021/1.txt']],
  ['archives that hold folders of their own names', ['a/2020.zip!/2020/1.txt', 'a/2021.ZIP!/2021/1.txt'], ['2020/1.txt', '2021/1.txt']],
  ['a packed page', ['a/1.txt.gz', 'a/2.txt'], ['1.txt', '2.txt']],
  ['an archive on standard input', ['-!/2020/1.txt', '-!/2021/1.txt'], ['2020/1.txt', '2021/1.txt']],
  ['pages at the root', ['/1.txt', '/a/1.txt'], ['1.txt', 'a/1.txt']],
  ['pages with nothing in common', ['a/1.txt', '/b/1.txt'], ['a/1.txt', '/b/1.txt']],
  ['the same in the other order', ['/b/1.txt', 'a/1.txt'], ['/b/1.txt', 'a/1.txt']],
  ['a folder and standard input', ['/srv/a/1.txt', '-'], ['/srv/a/1.txt', '-']],
  ['a folder and something at the root', ['/srv/a/1.txt', '/1.txt'], ['srv/a/1.txt', '1.txt']],
  ['an archive in an archive', ['a.zip!/b.zip!/1.txt', 'a.zip!/c.zip!/c/1.txt'], ['b/1.txt', 'c/1.txt']],
])('paths below what pages are wrapped in: %s', (_what, names, below) => {
  expect(belowAll(names)).toEqual(below);
});
