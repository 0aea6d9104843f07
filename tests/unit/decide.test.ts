import { decide, type Seen } from '../../src/plugins/importer/server/src/pipeline/plan/decide';
import { contentHash, fingerprint, storyKey } from '../../src/plugins/importer/server/src/pipeline/plan/fingerprint';
import { articleKey, type CurrentArticle, type Known, type LedgerItem } from '../../src/plugins/importer/server/src/pipeline/plan/ledger';
import type { Problem } from '../../src/plugins/importer/server/src/pipeline/problem';
import type { Recognition } from '../../src/plugins/importer/server/src/pipeline/recognise/recogniser';
import { report } from '../../src/plugins/importer/server/src/pipeline/recognise/report-problem';
import type { WholeStory } from '../../src/plugins/importer/server/src/pipeline/story';

const STORY: WholeStory = {
  title: 'Маяк покрасили заново',
  datePublished: '2023-09-20T04:50:00.000Z',
  category: 'Культура',
  views: 642,
  locale: 'ru',
  paragraphs: ['Полосы обновили за четыре дня.'],
  site: { slogan: null, partnersHeading: null, feedHeading: null, previousHeading: null, partners: [] },
  provenance: {},
};
const FIELDS = { title: fingerprint(STORY.title), datePublished: fingerprint(STORY.datePublished), body: 'b1', category: 'c1' };
const NOTHING: Known = { byPage: new Map(), byStory: new Map(), articles: new Map() };

const recognised = (name: string, story: Partial<Recognition['story']> = {}, problems: Problem[] = []): Recognition => ({
  page: { name, path: `/archive/${name}` },
  story: { ...STORY, ...story },
  problems,
});

const itemOf = (page: string, story: WholeStory = STORY, more: Partial<LedgerItem> = {}): LedgerItem => ({
  page,
  targetId: 'doc1',
  targetLocale: 'ru',
  storyKey: storyKey(story),
  contentHash: contentHash(story),
  written: FIELDS,
  published: true,
  ...more,
});

const ARTICLE: CurrentArticle = { documentId: 'doc1', locale: 'ru', fields: FIELDS, publishedFields: FIELDS };

/** What is known when the ledger holds some items, and some of their articles are still there. */
const knownFrom = (items: LedgerItem[], articles: CurrentArticle[]): Known => ({
  byPage: new Map(items.map((item) => [item.page, item])),
  byStory: new Map(items.map((item) => [item.storyKey, item])),
  articles: new Map(articles.map((article) => [articleKey(article.documentId, article.locale), article])),
});

const decideOne = (recognition: Recognition, known: Known, seen: Seen = new Map()) => decide(recognition, known, seen);

describe('a page that the ledger does not know', () => {
  test('is created, with its story and fingerprints', () => {
    const entry = decideOne(recognised('a.txt'), NOTHING);
    expect(entry).toMatchObject({ action: 'create', page: 'a.txt', path: '/archive/a.txt', story: STORY });
    expect(entry).toMatchObject({ storyKey: storyKey(STORY), contentHash: contentHash(STORY), reason: 'the page is new', problems: [] });
  });

  test('is created in spite of warnings, which stay with it', () => {
    const warning = { ...report.warning('views-too-large', undefined, '9', 'less'), page: 'a.txt' };
    expect(decideOne(recognised('a.txt', {}, [warning]), NOTHING)).toMatchObject({ action: 'create', problems: [warning] });
  });

  test('is a duplicate of the page of this run that had the same story, whatever its rubric and views', () => {
    const seen: Seen = new Map();
    const actions = [recognised('a.txt'), recognised('b.txt', { views: 1, category: null }), recognised('c.txt')].map((page) =>
      decideOne(page, NOTHING, seen),
    );
    expect(actions.map(({ action }) => action)).toEqual(['create', 'duplicate', 'duplicate']);
    expect(actions.slice(1)).toMatchObject([{ original: 'a.txt' }, { original: 'a.txt' }]);
    expect(actions[1]?.reason).toContain('a.txt');
  });

  test('is no duplicate of a page with another text, date or language', () => {
    const others = [
      { paragraphs: ['Другой текст.'] },
      { datePublished: '2024-01-01T00:00:00.000Z' },
      { locale: 'az' },
      { title: 'Другой' },
    ];
    const seen: Seen = new Map();
    const entries = [recognised('a.txt'), ...others.map((other, index) => recognised(`${index}.txt`, other))].map((page) =>
      decideOne(page, NOTHING, seen),
    );
    expect(new Set(entries.map(({ action }) => action))).toEqual(new Set(['create']));
  });
});

describe('a page that the ledger knows', () => {
  test('is unchanged when the page and the article are as they were', () => {
    expect(decideOne(recognised('a.txt'), knownFrom([itemOf('a.txt')], [ARTICLE]))).toMatchObject({
      action: 'unchanged',
      targetId: 'doc1',
    });
  });

  test('is updated when the page has changed and the article has not', () => {
    const known = knownFrom([itemOf('a.txt')], [ARTICLE]);
    for (const change of [{ views: 700 }, { category: 'В мире' }, { title: 'Маяк' }, { paragraphs: ['Иначе.'] }]) {
      expect(decideOne(recognised('a.txt', change), known)).toMatchObject({ action: 'update', target: ARTICLE, story: change });
    }
  });

  test.each([
    ['changed a field', { ...ARTICLE, fields: { ...FIELDS, title: 't2' } }, ['title']],
    ['changed several', { ...ARTICLE, fields: { title: 't2', body: 'b2', category: 'c1' } }, ['title', 'body']],
    ['filled a field that the import left alone', { ...ARTICLE, fields: { ...FIELDS, lead: 'l1' } }, ['lead']],
    ['unpublished it', { ...ARTICLE, publishedFields: null }, ['publishedAt']],
    ['published another text and set the draft back', { ...ARTICLE, publishedFields: { ...FIELDS, title: 't2' } }, ['title']],
    ['changed and unpublished it', { ...ARTICLE, fields: { ...FIELDS, body: 'b2' }, publishedFields: null }, ['body', 'publishedAt']],
  ])('is kept when an editor %s', (_what, article, fields) => {
    const known = knownFrom([itemOf('a.txt')], [article]);
    for (const story of [{}, { views: 700 }]) {
      const entry = decideOne(recognised('a.txt', story), known);
      expect(entry).toMatchObject({ action: 'keep', targetId: 'doc1', fields });
      for (const field of fields) expect(entry.reason).toContain(field);
    }
  });

  test('is kept, and not made again, when an editor removed the article', () => {
    for (const story of [{}, { views: 700 }]) {
      const entry = decideOne(recognised('a.txt', story), knownFrom([itemOf('a.txt')], []));
      expect(entry).toMatchObject({ action: 'keep', targetId: 'doc1', fields: [], reason: 'an editor removed the article' });
    }
  });

  test('is kept when an editor removed the article in this language only', () => {
    const entry = decideOne(recognised('a.txt'), knownFrom([itemOf('a.txt')], [{ ...ARTICLE, locale: 'az' }]));
    expect(entry).toMatchObject({ action: 'keep', reason: 'an editor removed the article' });
  });

  test('may have its draft published by an editor, which is no change', () => {
    const known = knownFrom([itemOf('a.txt', STORY, { published: false })], [ARTICLE]);
    expect(decideOne(recognised('a.txt'), known).action).toBe('unchanged');
    expect(decideOne(recognised('a.txt', { views: 700 }), known).action).toBe('update');
  });

  test('keeps its own item when another page of this run has the same story', () => {
    const known = knownFrom([itemOf('a.txt'), itemOf('b.txt')], [ARTICLE]);
    const seen: Seen = new Map();
    expect(['a.txt', 'b.txt'].map((name) => decideOne(recognised(name), known, seen).action)).toEqual(['unchanged', 'unchanged']);
  });

  test('is the original of a new page with its story', () => {
    const seen: Seen = new Map();
    const known = knownFrom([itemOf('a.txt')], [ARTICLE]);
    expect(decideOne(recognised('a.txt'), known, seen).action).toBe('unchanged');
    expect(decideOne(recognised('copy.txt'), known, seen)).toMatchObject({ action: 'duplicate', original: 'a.txt' });
  });
});

describe('an archive that was moved', () => {
  test('is known again by its stories', () => {
    const entry = decideOne(recognised('new/a.txt'), knownFrom([itemOf('old/a.txt')], [ARTICLE]));
    expect(entry).toMatchObject({ action: 'unchanged', page: 'new/a.txt', targetId: 'doc1', reason: 'the same story as old/a.txt' });
  });

  test('updates what has changed about a story', () => {
    const entry = decideOne(recognised('new/a.txt', { views: 700 }), knownFrom([itemOf('old/a.txt')], [ARTICLE]));
    expect(entry).toMatchObject({ action: 'update', target: ARTICLE });
  });

  test('does not overwrite what an editor changed, nor bring back what an editor removed', () => {
    const changed = { ...ARTICLE, fields: { ...FIELDS, title: 't2' } };
    expect(decideOne(recognised('new/a.txt'), knownFrom([itemOf('old/a.txt')], [changed])).action).toBe('keep');
    expect(decideOne(recognised('new/a.txt'), knownFrom([itemOf('old/a.txt')], [])).action).toBe('keep');
  });

  test('and numbered anew goes by its stories, not by its names', () => {
    const other = { ...STORY, title: 'Другая новость' };
    const items = [itemOf('1.txt'), itemOf('2.txt', other, { targetId: 'doc2' })];
    const known = knownFrom(items, [ARTICLE, { ...ARTICLE, documentId: 'doc2' }]);
    expect(decideOne(recognised('1.txt', other), known)).toMatchObject({ action: 'unchanged', targetId: 'doc2' });
  });
});

describe('a page that has taken the place of another', () => {
  const known = knownFrom([itemOf('1.txt')], [ARTICLE]);

  test('updates the article when headline or date are the same', () => {
    for (const change of [{ title: 'Другая новость' }, { datePublished: '2024-01-01T00:00:00.000Z' }]) {
      expect(decideOne(recognised('1.txt', change), known)).toMatchObject({ action: 'update', target: { documentId: 'doc1' } });
    }
  });

  test('is a new article when it is in another language now', () => {
    expect(decideOne(recognised('1.txt', { locale: 'az' }), known)).toMatchObject({ action: 'create' });
  });

  test('is a new article when both are others', () => {
    const change = { title: 'Другая новость', datePublished: '2024-01-01T00:00:00.000Z' };
    expect(decideOne(recognised('1.txt', change), known)).toMatchObject({ action: 'create' });
  });
});

describe('a page that can not be imported', () => {
  const problem = { ...report.error('date-missing', undefined, 'no such line', 'a date'), page: 'a.txt' };

  test.each([
    ['has an error', recognised('a.txt', {}, [problem])],
    ['has no headline', recognised('a.txt', { title: null })],
    ['has no date', recognised('a.txt', { datePublished: null })],
  ])('is put in quarantine when it %s', (_what, recognition) => {
    const entry = decideOne(recognition, NOTHING);
    expect(entry).toEqual({
      action: 'quarantine',
      page: 'a.txt',
      path: '/archive/a.txt',
      reason: 'the page has errors',
      problems: recognition.problems,
    });
  });

  test('leaves its article alone when an earlier run had made one', () => {
    expect(decideOne(recognised('a.txt', {}, [problem]), knownFrom([itemOf('a.txt')], [ARTICLE])).action).toBe('quarantine');
  });

  test('makes no duplicate of the next page with its story', () => {
    const seen: Seen = new Map();
    decideOne(recognised('a.txt', {}, [problem]), NOTHING, seen);
    expect(decideOne(recognised('b.txt'), NOTHING, seen).action).toBe('create');
  });
});
