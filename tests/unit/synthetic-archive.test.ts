import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DEFAULT_PROFILE } from '../../src/plugins/importer/server/src/import/profile';
import { learnFrom } from '../../src/plugins/importer/server/src/import/survey/learn';
import { createRecogniser, type Recognition } from '../../src/plugins/importer/server/src/import/recognise/recogniser';
import { createArchive, type SyntheticPage } from '../bench/archive/synthetic-archive';
import { writeArchive } from '../bench/archive/write-archive';

const COUNT = 1200;
const SEED = 7;

const archive = createArchive(SEED);
const pages = Array.from({ length: COUNT }, (_, index) => archive.page(index));
const share = (isCounted: (page: SyntheticPage) => boolean) => pages.filter(isCounted).length / COUNT;

describe('a synthetic archive', () => {
  it('is the same for the same seed, in whatever order its pages are asked for', () => {
    const again = createArchive(SEED);
    for (const index of [1199, 99, 0, 49, 600, 199]) expect(again.page(index)).toEqual(pages[index]);
    expect(createArchive(SEED + 1).page(0).text).not.toBe(pages[0]?.text);
  });

  it('names its pages in their order, a thousand in a folder', () => {
    const names = pages.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)].sort());
    expect(names[0]).toMatch(/^0000\/000_[0-9a-f]{16}\.txt$/);
    expect(names[1000]).toMatch(/^0001\/000_/);
  });

  it('has pages of about 4 KB', () => {
    const sizes = pages.filter(({ kind }) => kind !== 'problem').map(({ text }) => Buffer.byteLength(text));
    const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
    expect(mean).toBeGreaterThan(3700);
    expect(mean).toBeLessThan(4500);
    expect(Math.min(...sizes)).toBeGreaterThan(2500);
    expect(Math.max(...sizes)).toBeLessThan(6500);
  });

  it('is in three languages of twelve rubrics each', () => {
    expect(share(({ story }) => story.locale === 'ru')).toBeCloseTo(0.6, 1);
    expect(share(({ story }) => story.locale === 'az')).toBeCloseTo(0.25, 1);
    expect(share(({ story }) => story.locale === 'en')).toBeCloseTo(0.15, 1);
    expect(new Set(pages.map(({ story }) => `${story.locale}/${story.category}`)).size).toBe(36);
  });

  it('tells some stories twice, word for word or nearly, and has problem pages of every kind', () => {
    expect(share(({ kind }) => kind === 'duplicate')).toBeCloseTo(0.01, 5);
    expect(share(({ kind }) => kind === 'near-duplicate')).toBeCloseTo(0.005, 5);
    expect(share(({ kind }) => kind === 'problem')).toBeCloseTo(0.005, 5);
    for (const { kind, original, story } of pages.filter((page) => page.original !== null)) {
      const { views, paragraphs, ...first } = pages[original ?? 0]?.story ?? story;
      expect(story).toMatchObject(first);
      const words = (texts: readonly string[]) => texts.join(' ').split(' ');
      const changed = words(story.paragraphs).filter((word, index) => word !== words(paragraphs)[index]).length;
      if (kind === 'duplicate') expect([changed, story.views === views]).toEqual([0, false]);
      else expect(changed).toBeGreaterThan(0);
      expect(changed).toBeLessThanOrEqual(3);
    }
  });

  it('seldom has a headline twice', () => {
    const own = pages.filter(({ kind }) => kind === 'plain').map(({ story }) => story.title);
    expect(new Set(own).size).toBeGreaterThan(own.length * 0.98);
  });

  it('is recognised as it was meant', async () => {
    const saved = pages.map(({ name, text }) => ({ name, path: name, bytes: Buffer.from(text) }));
    const recogniser = await createRecogniser(DEFAULT_PROFILE, learnFrom(saved.slice(0, 300), DEFAULT_PROFILE));
    const told = ({ story: { locale, title, datePublished, category, views, body }, problems }: Recognition) => ({
      story: { locale, title, datePublished, category, views, paragraphs: body.map(({ text }) => text) },
      flaws: problems.map(({ rule }) => rule),
    });
    for (const [index, { story, flaw }] of pages.entries()) {
      const recognised = told(recogniser.recognise(saved[index] ?? { name: '', path: '', bytes: Buffer.of() }));
      if (flaw === null) expect(recognised).toEqual({ story, flaws: [] });
      else expect(recognised.flaws).toContain(flaw);
    }
  });

  it('is written in parts', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'newsroom-'));
    try {
      const bytes = await writeArchive(archive, folder, { from: 900, to: 1100 });
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.txt'));
      expect(files.sort()).toEqual(pages.slice(900, 1100).map(({ name }) => path.normalize(name)));
      const texts = files.map((file) => readFileSync(path.join(folder, file), 'utf8'));
      expect(texts).toEqual(pages.slice(900, 1100).map(({ text }) => text));
      expect(bytes).toBe(texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
