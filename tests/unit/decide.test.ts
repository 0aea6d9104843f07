import { tellStory } from '../../src/plugins/importer/server/src/import/plan/story-fields';
import { fingerprint } from '../../src/plugins/importer/server/src/import/plan/fingerprint';
import { report } from '../../src/plugins/importer/server/src/import/report-problem';
import { because } from '../../src/plugins/importer/server/src/messages/reasons';
import {
  ARTICLE,
  NOTHING,
  SHOWN,
  STORY,
  decideOne,
  edited,
  itemOf,
  knownFrom,
  nothingMet,
  printsOf,
  recognised,
  sameBytes,
  linesFrom,
} from '../helpers/decisions';

describe('a page that the ledger does not know', () => {
  test('is created, with its story and fingerprints', () => {
    const entry = decideOne(recognised('a.txt'), NOTHING);
    expect(entry).toMatchObject({ action: 'create', page: 'a.txt', path: '/archive/a.txt', story: tellStory(STORY) });
    expect(entry).toMatchObject({ prints: printsOf(STORY), sketch: 'sketch', reasons: [because('new', {})], problems: [] });
  });

  test('is created in spite of warnings, which stay with it', () => {
    const warning = { ...report.warning('views-too-large', undefined, '9', 'less'), page: 'a.txt' };
    expect(decideOne(recognised('a.txt', {}, [warning]), NOTHING)).toMatchObject({ action: 'create', problems: [warning] });
  });

  test('is a duplicate of the page of this run that had the same story, whatever its category and views', () => {
    const seen = nothingMet();
    const actions = [recognised('a.txt'), recognised('b.txt', { views: 1, category: null }), recognised('c.txt')].map((page) =>
      decideOne(page, NOTHING, seen),
    );
    expect(actions.map(({ action }) => action)).toEqual(['create', 'duplicate', 'duplicate']);
    const duplicate = { original: 'a.txt', reasons: [because('same-story', { page: 'a.txt' })] };
    expect(actions.slice(1)).toMatchObject([duplicate, duplicate]);
  });

  test('is no duplicate of a page with another text, date or language', () => {
    const others = [
      { body: linesFrom(['Другой текст.']) },
      { datePublished: '2024-01-01T00:00:00.000Z' },
      { locale: 'az' },
      { title: 'Другой' },
    ];
    const seen = nothingMet();
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
      item: { targetId: 'doc1' },
    });
  });

  test('is unchanged when its bytes are as they were, without being recognised', () => {
    const known = knownFrom([itemOf('a.txt')], [ARTICLE]);
    expect(decideOne(sameBytes('a.txt'), known)).toMatchObject({ action: 'unchanged', learnt: null });
    expect(decideOne(sameBytes('a.txt'), knownFrom([itemOf('a.txt')], [edited({ title: 't2' })]))).toMatchObject({ action: 'keep' });
    expect(decideOne(sameBytes('a.txt'), knownFrom([itemOf('a.txt')], []))).toMatchObject({ action: 'keep', fields: [] });
  });

  test('teaches the ledger its new bytes when it tells the same in other words around the story', () => {
    const known = knownFrom([itemOf('a.txt', STORY, { pageHash: 'other bytes' })], [ARTICLE]);
    expect(decideOne(recognised('a.txt'), known)).toMatchObject({ action: 'unchanged', learnt: { story: tellStory(STORY) } });
    const whole = { pathBelow: 'a.txt' };
    const entry = decideOne(recognised('a.txt'), knownFrom([itemOf('a.txt', STORY, whole)], [ARTICLE]));
    expect(entry).toMatchObject({ action: 'unchanged', learnt: null });
  });

  test.each([
    [{ views: 700 }, []],
    [{ category: 'В мире' }, ['category']],
    [{ category: null }, ['category']],
    [{ title: 'Маяк' }, ['title']],
    [{ body: linesFrom(['Иначе.']) }, ['lead', 'body']],
    [{ datePublished: '2023-09-21T04:50:00.000Z', title: STORY.title }, ['datePublished']],
  ])('is updated in the fields that have changed when the article has not: %j', (change, write) => {
    const known = knownFrom([itemOf('a.txt')], [ARTICLE]);
    expect(decideOne(recognised('a.txt', change), known)).toMatchObject({
      action: 'update',
      target: ARTICLE,
      write,
      conflicts: [],
      publish: true,
    });
  });

  test.each([
    ['changed a field', edited({ title: 't2' }), ['title']],
    ['changed several', edited({ title: 't2', body: 'b2' }), ['title', 'body']],
    ['filled a field that the import left alone', edited({ byline: 'l1' }), ['byline']],
    ['unpublished it', { ...ARTICLE, publishedFields: null }, ['publishedAt']],
    ['published another text and set the draft back', edited({}, { title: 't2' }), ['title']],
    ['changed and unpublished it', { ...edited({ body: 'b2' }), publishedFields: null }, ['body', 'publishedAt']],
  ])('is kept when an editor %s, and the page says nothing else about the story', (_what, article, fields) => {
    const known = knownFrom([itemOf('a.txt')], [article]);
    for (const story of [{}, { views: 700 }]) {
      const entry = decideOne(recognised('a.txt', story), known);
      expect(entry).toMatchObject({ action: 'keep', fields, conflicts: [], reasons: [because('editor-changed', { fields })] });
    }
  });

  describe('and that an editor and the page both changed', () => {
    test('in different fields has both changes', () => {
      const known = knownFrom([itemOf('a.txt')], [edited({ title: 't2' })]);
      const entry = decideOne(recognised('a.txt', { body: linesFrom(['Иначе.']) }), known);
      expect(entry).toMatchObject({ action: 'update', write: ['lead', 'body'], conflicts: [], publish: true });
      expect(entry).toMatchObject({ reasons: [because('changed', {}), because('kept-fields', { fields: ['title'] })] });
    });

    test("in one field keeps the editor's value, and tells both", () => {
      const article = { ...edited({ title: 't2' }), shown: { ...SHOWN, title: 'Заголовок редактора' } };
      const known = knownFrom([itemOf('a.txt')], [article]);
      const conflicts = [{ field: 'title', editor: 'Заголовок редактора', page: 'Маяк' }];
      expect(decideOne(recognised('a.txt', { title: 'Маяк' }), known)).toMatchObject({ action: 'keep', conflicts, learnt: null });
      const both = decideOne(recognised('a.txt', { title: 'Маяк', category: 'В мире' }), known);
      expect(both).toMatchObject({ action: 'update', write: ['category'], conflicts });
    });

    test('to the same value is updated without a conflict', () => {
      const known = knownFrom([itemOf('a.txt')], [edited({ title: fingerprint('Маяк') })]);
      expect(decideOne(recognised('a.txt', { title: 'Маяк' }), known)).toMatchObject({ action: 'update', write: ['title'], conflicts: [] });
    });

    test("is changed as a draft only where an editor's draft waits to be published", () => {
      const known = knownFrom([itemOf('a.txt')], [edited({ title: 't2' }, {})]);
      const entry = decideOne(recognised('a.txt', { body: linesFrom(['Иначе.']) }), known);
      expect(entry).toMatchObject({ action: 'update', write: ['lead', 'body'], publish: false });
    });

    test('is not published again when an editor has unpublished it', () => {
      const known = knownFrom([itemOf('a.txt')], [{ ...ARTICLE, publishedFields: null }]);
      expect(decideOne(recognised('a.txt', { title: 'Маяк' }), known)).toMatchObject({ action: 'update', publish: false });
    });
  });

  test('is kept, and not made again, when an editor removed the article', () => {
    for (const story of [{}, { views: 700 }]) {
      const entry = decideOne(recognised('a.txt', story), knownFrom([itemOf('a.txt')], []));
      expect(entry).toMatchObject({ action: 'keep', fields: [], reasons: [because('editor-removed', {})] });
    }
  });

  test('is kept when an editor removed the article in this language only', () => {
    const entry = decideOne(recognised('a.txt'), knownFrom([itemOf('a.txt')], [{ ...ARTICLE, locale: 'az' }]));
    expect(entry).toMatchObject({ action: 'keep', reasons: [because('editor-removed', {})] });
  });

  test('may have its draft published by an editor, which is no change', () => {
    const known = knownFrom([itemOf('a.txt', STORY, { published: false })], [ARTICLE]);
    expect(decideOne(recognised('a.txt'), known).action).toBe('unchanged');
    expect(decideOne(recognised('a.txt', { views: 700 }), known).action).toBe('update');
  });

  test('keeps its own item when another page of this run has the same story', () => {
    const known = knownFrom([itemOf('a.txt'), itemOf('b.txt')], [ARTICLE]);
    const seen = nothingMet();
    expect(['a.txt', 'b.txt'].map((name) => decideOne(recognised(name), known, seen).action)).toEqual(['unchanged', 'unchanged']);
  });

  test('is the original of a new page with its story', () => {
    const seen = nothingMet();
    const known = knownFrom([itemOf('a.txt')], [ARTICLE]);
    expect(decideOne(recognised('a.txt'), known, seen).action).toBe('unchanged');
    expect(decideOne(recognised('copy.txt'), known, seen)).toMatchObject({ action: 'duplicate', original: 'a.txt' });
  });
});
