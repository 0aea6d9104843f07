import { DEFAULT_PROFILE } from '../../src/plugins/importer/server/src/import/profile';
import { useImports } from '../helpers/import-bench';
import { pageText, writePages } from '../helpers/page-text';

const AZ = {
  title: 'Sahildə yeni fənər haqqında qeyd',
  meta: '178 12.08.2019 22:45 Cəmiyyət A A',
  paragraphs: ['Bu gün səhər balıqçılar sahildə toplaşdı və köhnə körpünün yanında yeni qaydaları müzakirə etdi.'],
};

interface Locales {
  find(): Promise<{ readonly id: number; readonly code: string; readonly name: string }[]>;
  delete(where: { readonly id: number }): Promise<unknown>;
  create(locale: { readonly code: string; readonly name: string }): Promise<unknown>;
}

/** A story long enough to be alike though its number differs. */
const alike = (number: number) =>
  pageText({
    title: `Заметка с обычной датой номер ${number} рядом`,
    paragraphs: [
      `Сегодня утром на набережной собрались рыбаки, чтобы обсудить новые правила стоянки лодок у старого причала, заметка ${number}.`,
      'По словам смотрителя, зимой здесь поставят ещё шесть фонарей, а весной обновят скамейки и покрасят перила вдоль всей набережной.',
      'Горожане просят оставить место для детской площадки и для сушки сетей, которые висят тут с прошлого века.',
    ],
  });

describe('what texts of pages lead to', () => {
  const { bench, readArticles, onlyArticle } = useImports();
  const locales = () => bench.newsroom.strapi.plugin('i18n').service<Locales>('locales');

  it('is no article in a language that was removed from the settings, and says so', async () => {
    writePages(bench.folder, { '1.txt': pageText(), '2.txt': pageText(AZ) });
    const removed = (await locales().find()).find(({ code }) => code === 'az');
    await locales().delete({ id: removed?.id ?? 0 });
    try {
      const report = await bench.newsroom.importPages([bench.folder]);
      expect(report).toMatchObject({ counts: { created: 1, quarantined: 1 } });
      expect(report.problems).toEqual([
        expect.objectContaining({
          rule: 'language-missing',
          severity: 'error',
          found: 'az',
          page: expect.stringContaining('2.txt') as string,
        }),
      ]);
      expect(await readArticles()).toHaveLength(1);
      expect(await bench.newsroom.strapi.documents('api::site.site').findFirst({ locale: 'az' })).toBeNull();
      const given = bench.newsroom.importPages([bench.folder], { profile: { ...DEFAULT_PROFILE, locale: 'az' } });
      await expect(given).rejects.toThrow('The site does not have the language "az"; it has:');
    } finally {
      await locales().create({ code: 'az', name: 'Azerbaijani (az)' });
    }
    const again = await bench.newsroom.importPages([bench.folder]);
    expect(again).toMatchObject({ counts: { created: 1, unchanged: 1, quarantined: 0 } });
  });

  it('is no group of near-duplicates with articles that were removed', async () => {
    writePages(bench.folder, { '1.txt': alike(1), '2.txt': alike(2) });
    const first = await bench.newsroom.importPages([bench.folder]);
    expect(first.nearDuplicates.count).toBe(1);
    const articles = bench.newsroom.strapi.documents('api::article.article');
    for (const { documentId } of await articles.findMany({ locale: 'ru' })) await articles.delete({ documentId, locale: '*' });

    writePages(bench.folder, { '3.txt': alike(3) });
    const rehearsed = await bench.newsroom.importPages([bench.folder], { dryRun: true });
    const second = await bench.newsroom.importPages([bench.folder]);
    expect(rehearsed).toMatchObject({ counts: { created: 1 }, nearDuplicates: { count: 0 } });
    expect(second).toMatchObject({ counts: { created: 1 }, nearDuplicates: { count: 0 } });
  });

  it('is written with U+FFFD for half an emoji, in articles, their rubrics and the site', async () => {
    const page = pageText({
      title: 'Маяк\ud83d на мысе снова горит по вечерам',
      meta: '5 12.08.2019 22:45 Город\udca9 A A',
      paragraphs: ['Ночь\ude00 светла.'],
    });
    writePages(bench.folder, {
      '1.txt': Buffer.from(`\uFEFF${page}`, 'utf16le'),
      'site/site.json': String.raw`{ "site": { "ru": { "name": "Маяк\ud83d\u200b" } }, "partners": [{ "name": "Друг\udca9" }] }`,
    });
    const report = await bench.newsroom.importPages([bench.folder]);

    expect(report.counts.created).toBe(1);
    expect(report.problems).toEqual([expect.objectContaining({ rule: 'encoding', severity: 'warning' })]);
    expect(await onlyArticle()).toMatchObject({ title: 'Маяк\uFFFD на мысе снова горит по вечерам', lead: 'Ночь\uFFFD светла.' });
    const { strapi } = bench.newsroom;
    expect(await strapi.documents('api::category.category').findFirst({ locale: 'ru' })).toMatchObject({ name: 'Город\uFFFD' });
    expect(await strapi.documents('api::site.site').findFirst({ locale: 'ru' })).toMatchObject({ name: 'Маяк\uFFFD' });
    expect(await strapi.documents('api::partner-link.partner-link').findMany({})).toMatchObject([{ name: 'Друг\uFFFD' }]);
  });

  it('is a problem, and no article, where letters can’t be told', async () => {
    writePages(bench.folder, { '1.txt': pageText().replace(/[а-яё]/giu, '?') });
    const report = await bench.newsroom.importPages([bench.folder]);
    expect(report).toMatchObject({ counts: { created: 0, quarantined: 1 } });
    expect(report.problems[0]).toMatchObject({ rule: 'encoding', severity: 'error' });
  });
});
