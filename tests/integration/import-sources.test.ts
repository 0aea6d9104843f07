import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { useImports } from '../helpers/import-bench';
import { makeTar, makeZip } from '../helpers/make-archive';
import { ROOT } from '../helpers/newsroom';
import { pageText, writePages } from '../helpers/page-text';

describe('importing what a publisher kept', () => {
  const { bench } = useImports();

  it('reports site data that can not be used, and imports the pages all the same', async () => {
    const broken = { 'site/broken.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]) };
    const partners = [
      { name: 'Маяк', logo: 'broken.png' },
      { name: 'Пекарня', url: 'https://x.example/' },
    ];
    writePages(bench.folder, {
      ...broken,
      'site/site.json': JSON.stringify({ partners }),
      'bad/site.json': '{"site":{"xx":{}}}',
      '1.txt': pageText(),
    });

    const report = await bench.newsroom.importPages([bench.folder]);

    expect(report.counts).toMatchObject({ created: 1, problems: 2 });
    expect(report.problems).toMatchObject([
      { rule: 'site-data-invalid', found: expect.stringContaining('xx') as string },
      { rule: 'site-data-invalid' },
    ]);
    expect(report.site).toContainEqual({ partner: 'Пекарня' });
  });

  it('imports the seeds whole: three languages, partners with logos, and the site', async () => {
    const report = await bench.newsroom.importPages([path.join(ROOT, 'seeds')]);

    expect(report.problems).toEqual([]);
    expect(report.counts.created).toBeGreaterThanOrEqual(24);
    for (const locale of ['ru', 'az', 'en']) {
      const articles = await bench.newsroom.get(`/api/articles?locale=${locale}`);
      expect(articles.body.meta.pagination['total']).toBeGreaterThan(3);
      const site = await bench.newsroom.get(`/api/site?locale=${locale}`);
      expect(site.body.data).toMatchObject({ name: expect.any(String) as string, slogan: expect.any(String) as string });
    }
    const expected = JSON.parse(readFileSync(path.join(ROOT, 'seeds/site/site.json'), 'utf8')) as {
      partners: { name: string; active: boolean }[];
    };
    const { body } = await bench.newsroom.get('/api/partner-links?populate=logo&sort=order');
    const active = expected.partners.filter((partner) => partner.active);
    expect(body.data).toMatchObject(active.map(({ name }) => ({ name, logo: { url: expect.stringMatching(/\.webp$/) as string } })));

    const again = await bench.newsroom.importPages([path.join(ROOT, 'seeds')]);
    expect(again.counts).toMatchObject({ created: 0, updated: 0, unchanged: report.counts.pages });
    expect(again.site).toEqual([]);
  });

  describe('from archives', () => {
    const seeds = readdirSync(path.join(ROOT, 'seeds'), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => ({ name: path.relative(ROOT, file), content: readFileSync(file) }));
    const pages = seeds.filter(({ name }) => name.startsWith('seeds/pages/'));

    it.each([
      ['pages.zip', () => makeZip(seeds)],
      ['pages.tar.gz', async () => gzipSync(await makeTar(seeds))],
    ])('%s: what it holds goes in as from its folder, and the second time nothing changes', async (name, make) => {
      const archive = path.join(bench.folder, name);
      writeFileSync(archive, await make());
      const progress: (number | null)[] = [];

      const first = await bench.newsroom.importPages([archive], { onProgress: (_done, total) => progress.push(total) });
      const second = await bench.newsroom.importPages([archive]);
      const fromFolder = await bench.newsroom.importPages([path.join(ROOT, 'seeds')]);

      expect(first.problems).toEqual([]);
      expect(first.counts).toMatchObject({ pages: pages.length, created: pages.length });
      expect(first.pages[0]?.page).toBe(`${archive}!/${pages.map((page) => page.name).sort()[0]}`);
      expect(new Set(progress)).toEqual(new Set([null, pages.length]));
      for (const again of [second, fromFolder]) expect(again.counts).toMatchObject({ unchanged: pages.length, created: 0, problems: 0 });
      for (const again of [second, fromFolder]) expect(again.site).toEqual([]);
      const { body } = await bench.newsroom.get('/api/partner-links?populate=logo');
      expect(body.data).toContainEqual(expect.objectContaining({ logo: expect.objectContaining({ ext: '.webp' }) as unknown }));
    });

    it('reports what is wrong with an archive, and imports the rest of it', async () => {
      const archive = path.join(bench.folder, 'pages.zip');
      writeFileSync(
        archive,
        makeZip([
          { name: '../1.txt', content: pageText() },
          { name: '2.txt', content: pageText() },
        ]),
      );

      const report = await bench.newsroom.importPages([archive]);

      expect(report.counts).toMatchObject({ pages: 2, created: 1, quarantined: 1 });
      expect(report.problems).toMatchObject([{ rule: 'name-unsafe', page: `${archive}!/../1.txt`, line: null }]);
    });

    it('reads standard input where it is offered', async () => {
      const standardInput = () => Readable.from([gzipSync(pageText())]);
      const first = await bench.newsroom.importPages(['-'], { standardInput: standardInput() });
      const second = await bench.newsroom.importPages(['-'], { standardInput: standardInput() });

      expect([first.counts, second.counts]).toMatchObject([{ created: 1 }, { unchanged: 1, created: 0 }]);
      await expect(bench.newsroom.importPages(['-'])).rejects.toThrow('Standard input is not offered here');
    });
  });
});
