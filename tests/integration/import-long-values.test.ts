import type { Problem } from '../../src/plugins/importer/server/src/import/problem';
import { useImports } from '../helpers/import-bench';
import { pageText, writePages } from '../helpers/page-text';

const LONG = 'Слово о море '.repeat(25).trim();

describe('values that are longer than their columns', () => {
  const { bench, readArticles } = useImports();

  async function importAll(dryRun: boolean) {
    const problems: Problem[] = [];
    const report = await bench.newsroom.importPages([bench.folder], { dryRun, onProblem: (problem) => problems.push(problem) });
    return { report, rules: problems.map(({ rule, severity }) => `${severity} ${rule}`) };
  }

  it('are left out of the site with a warning, and the run is finished; a dry run says the same', async () => {
    const tail = ['Наши партнёры', LONG, 'Пекарня у маяка', 'Лента новостей', 'Предыдущие новости'];
    const titles = [
      'Первый фонарь у старого причала снова горит',
      'Второй паром вышел в море после ремонта',
      'Третья волна накрыла набережную вечером',
    ];
    writePages(bench.folder, Object.fromEntries(titles.map((title, index) => [`${index}.txt`, pageText({ slogan: LONG, title, tail })])));

    for (const dryRun of [true, false]) {
      const { report, rules } = await importAll(dryRun);
      expect(report.counts).toMatchObject({ created: 3, quarantined: 0 });
      expect(rules).toEqual(['warning site-text-too-long', 'warning site-text-too-long']);
    }
    const { strapi } = bench.newsroom;
    expect(await strapi.documents('api::site.site').findFirst({ locale: 'ru' })).toMatchObject({
      slogan: null,
      feedHeading: 'Лента новостей',
    });
    expect(await strapi.documents('api::partner-link.partner-link').findMany()).toMatchObject([{ name: 'Пекарня у маяка' }]);
    expect((await importAll(false)).report.counts).toMatchObject({ unchanged: 3 });
  });

  it('are left out of site data, of which the rest is taken', async () => {
    const data = {
      site: { ru: { name: 'Вестник', slogan: LONG } },
      partners: [{ name: LONG }, { name: 'Маяк', url: `https://mayak.example/${'a'.repeat(300)}` }, { name: 'Пекарня' }],
    };
    writePages(bench.folder, { 'site/site.json': JSON.stringify(data), '1.txt': pageText() });
    const { rules } = await importAll(false);
    expect(rules).toEqual(['warning site-text-too-long', 'warning site-text-too-long', 'warning site-text-too-long']);
    const { strapi } = bench.newsroom;
    expect(await strapi.documents('api::site.site').findFirst({ locale: 'ru' })).toMatchObject({ name: 'Вестник' });
    expect(await strapi.documents('api::partner-link.partner-link').findMany()).toMatchObject([{ name: 'Пекарня' }]);
  });

  it('shorten a headline, with a warning', async () => {
    writePages(bench.folder, { '1.txt': pageText({ title: `${LONG} 👩‍🚀` }) });
    const { report } = await importAll(false);
    expect(report.counts).toMatchObject({ created: 1, quarantined: 0, problems: 1 });
    const [article] = await readArticles();
    const title = String(article?.['title']);
    expect(title.length).toBeLessThanOrEqual(255);
    expect(title.endsWith('…')).toBe(true);
    expect(LONG.startsWith(title.slice(0, -1))).toBe(true);
  });
});
