import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DEFAULT_PROFILE } from '../../src/plugins/importer/server/src/import/profile';
import type { Problem } from '../../src/plugins/importer/server/src/import/problem';
import { importSiteData } from '../../src/plugins/importer/server/src/import/site/import-site-data';
import { importObserved, NOTHING_OBSERVED, observe } from '../../src/plugins/importer/server/src/import/site/observe-site';
import { readPicture } from '../../src/plugins/importer/server/src/import/site/picture';
import type { SiteTexts } from '../../src/plugins/importer/server/src/import/site/site-data';
import type { FoundSiteData } from '../../src/plugins/importer/server/src/import/source/found';
import type { SiteWriter } from '../../src/plugins/importer/server/src/import/store';
import { STORY } from '../helpers/decisions';
import type { SiteParts, Story } from '../../src/plugins/importer/server/src/import/story';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"></svg>';
const NO_PARTS: SiteParts = { slogan: null, partnersHeading: null, feedHeading: null, previousHeading: null, partners: [] };

const storyWith = (site: Partial<SiteParts>, more: Partial<Story> = {}): Story => ({
  ...STORY,
  title: 'Маяк',
  site: { ...NO_PARTS, ...site },
  ...more,
});

/** A writer that remembers what was written about the site, which has nothing yet but some partners. */
function createSiteWriter(partnersThere: readonly string[] = []) {
  const written = { texts: {} as Record<string, SiteTexts>, partners: [] as { name: string; logo: string | null }[] };
  const writer: SiteWriter = {
    missingSiteTexts: (_locale, texts) => Promise.resolve(texts),
    fillSite: (locale, texts) => Promise.resolve(void (written.texts[locale] = { ...written.texts[locale], ...texts })),
    missingPartners: (partners) => Promise.resolve(partners.filter(({ name }) => !partnersThere.includes(name))),
    addPartner: ({ name }, logo) => Promise.resolve(void written.partners.push({ name, logo })),
  };
  return { writer, written };
}

const unexpected = (problem: Problem) => {
  throw new Error(problem.message);
};

describe('what stands around the stories', () => {
  async function observed(stories: readonly Story[]) {
    const { writer, written } = createSiteWriter(['Mayak Evi']);
    // In two steps, as a run that was interrupted sees it.
    const first = observe(NOTHING_OBSERVED, stories.slice(0, 1));
    await importObserved(observe(first, stories.slice(1)), DEFAULT_PROFILE, { writer, onProblem: unexpected });
    return written;
  }

  test('fills the site, for each language with what most of its pages have', async () => {
    const { texts } = await observed([
      storyWith({ slogan: 'Рядом', feedHeading: 'Лента новостей' }),
      storyWith({ slogan: 'Опечатка' }),
      storyWith({ slogan: 'Рядом' }),
      storyWith({ slogan: 'Yaxında' }, { locale: 'az' }),
    ]);
    expect(texts).toEqual({
      ru: { slogan: 'Рядом', feedHeading: 'Лента новостей', timeZone: 'Asia/Baku' },
      az: { slogan: 'Yaxında', timeZone: 'Asia/Baku' },
    });
  });

  test('is no text of the site when one page of hundreds has it', async () => {
    const { texts } = await observed([storyWith({ slogan: 'Опечатка' }), ...Array.from({ length: 20 }, () => storyWith({}))]);
    expect(texts['ru']).toEqual({ timeZone: 'Asia/Baku' });
  });

  test('does not count on pages without a headline', async () => {
    expect((await observed([storyWith({ slogan: 'Рядом', partners: ['Парус'] }, { title: null })])).texts).toEqual({});
  });

  test('names every partner once, in the order of the pages, without those that are there', async () => {
    const pages = [['Mayak Evi', 'Тёплый хлеб'], ['ТЁПЛЫЙ ХЛЕБ', 'Парус'], ['Парус']].map((partners) => storyWith({ partners }));
    expect((await observed(pages)).partners.map(({ name }) => name)).toEqual(['Тёплый хлеб', 'Парус']);
  });

  test('does not grow without end where every page has another text and another partner', () => {
    const stories = Array.from({ length: 2000 }, (_, index) => storyWith({ slogan: `Девиз ${index}`, partners: [`Партнёр ${index}`] }));
    const { locales, partners } = observe(NOTHING_OBSERVED, stories);
    expect([Object.keys(locales['ru']?.texts.slogan ?? {}).length, partners.length]).toEqual([expect.any(Number), 300]);
    expect(Object.keys(locales['ru']?.texts.slogan ?? {}).length).toBeLessThanOrEqual(50);
  });
});

describe('files of the site', () => {
  let folder: string;
  beforeEach(() => {
    const root = mkdtempSync(path.join(tmpdir(), 'site-'));
    folder = path.join(root, 'site');
    mkdirSync(path.join(folder, 'logos'), { recursive: true });
    writeFileSync(path.join(folder, 'logos', 'parus.svg'), SVG);
    writeFileSync(path.join(folder, 'logos', 'text.svg'), 'no picture');
    writeFileSync(path.join(root, 'outside.svg'), SVG);
    symlinkSync(path.join(root, 'outside.svg'), path.join(folder, 'link.svg'));
  });
  afterEach(() => {
    rmSync(path.dirname(folder), { recursive: true, force: true });
  });

  async function imported(content: string) {
    const file = path.join(folder, 'site.json');
    writeFileSync(file, content);
    const { writer, written } = createSiteWriter();
    const problems: Problem[] = [];
    const found: FoundSiteData = { kind: 'site-data', name: file, path: file, use: (work) => work(file) };
    await importSiteData(found, DEFAULT_PROFILE, { writer, onProblem: (problem) => problems.push(problem) });
    const told = problems.map(({ rule, page, found: what }) => ({ rule, page: path.basename(page), found: what }));
    return { ...written, problems: told };
  }

  test('fill texts and partners, with their logos', async () => {
    const site = { ru: { name: 'Берег', slogan: 'Рядом' }, az: { name: 'Sahil' } };
    const data = { site, partners: [{ name: 'Парус', logo: 'logos/parus.svg', url: 'https://parus.example/' }, { name: 'Маяк' }] };
    const { texts, partners, problems } = await imported(JSON.stringify(data));
    expect(texts).toEqual(site);
    expect(partners).toMatchObject([{ name: 'Парус' }, { name: 'Маяк', logo: null }]);
    expect(partners[0]?.logo).toMatch(/parus\.svg$/);
    expect(problems).toEqual([]);
  });

  test.each([
    '',
    'null',
    '[]',
    '{"site":',
    '{"sites":{}}',
    '{"partners":[{}]}',
    '{"site":{"ru":{"slogan":1}}}',
    '{"partners":[{"name":"a","url":"javascript:x"}]}',
  ])('that can not be used become one problem, and nothing is written: %s', async (content) => {
    const { texts, partners, problems } = await imported(content);
    expect({ texts, partners }).toEqual({ texts: {}, partners: [] });
    expect(problems).toMatchObject([{ rule: 'site-data-invalid', page: 'site.json' }]);
  });

  test.each(['logos/gone.svg', 'logos/text.svg', '../outside.svg', 'link.svg', 'logos'])(
    'may name a logo that can not be used: %s',
    async (logo) => {
      const { partners, problems } = await imported(
        JSON.stringify({
          partners: [
            { name: 'Парус', logo },
            { name: 'Маяк', logo: 'logos/parus.svg' },
          ],
        }),
      );
      expect(partners).toMatchObject([{ name: 'Парус', logo: null }, { name: 'Маяк' }]);
      expect(problems).toMatchObject([{ rule: 'site-data-invalid' }]);
      expect(problems[0]?.found).toContain('Парус');
    },
  );

  test('hold pictures below their own folder only', async () => {
    await expect(readPicture(folder, 'logos/parus.svg')).resolves.toMatch(/parus\.svg$/);
    await expect(readPicture(folder, '../outside.svg')).rejects.toThrow(/outside/);
    await expect(readPicture(folder, 'link.svg')).rejects.toThrow(/outside/);
  });
});
