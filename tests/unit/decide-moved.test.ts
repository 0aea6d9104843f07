import { report } from '../../src/plugins/importer/server/src/import/report-problem';
import { because } from '../../src/plugins/importer/server/src/messages/reasons';
import { ARTICLE, NOTHING, STORY, decideOne, edited, itemOf, knownFrom, nothingMet, recognised, linesFrom } from '../helpers/decisions';

describe('an archive that was moved', () => {
  test('is known again by its stories', () => {
    const entry = decideOne(recognised('new/a.txt'), knownFrom([itemOf('old/a.txt')], [ARTICLE]));
    expect(entry).toMatchObject({
      action: 'unchanged',
      page: 'new/a.txt',
      item: { targetId: 'doc1' },
      reasons: [because('same-story', { page: 'old/a.txt' })],
    });
  });

  test('updates what has changed about a story', () => {
    const entry = decideOne(recognised('new/a.txt', { views: 700 }), knownFrom([itemOf('old/a.txt')], [ARTICLE]));
    expect(entry).toMatchObject({ action: 'update', target: ARTICLE });
  });

  test('does not overwrite what an editor changed, nor bring back what an editor removed', () => {
    const changed = edited({ title: 't2' });
    expect(decideOne(recognised('new/a.txt'), knownFrom([itemOf('old/a.txt')], [changed])).action).toBe('keep');
    expect(decideOne(recognised('new/a.txt'), knownFrom([itemOf('old/a.txt')], [])).action).toBe('keep');
  });

  test('and numbered anew goes by its stories, not by its names', () => {
    const other = { ...STORY, title: 'Другая новость' };
    const items = [itemOf('1.txt'), itemOf('2.txt', other, { targetId: 'doc2' })];
    const known = knownFrom(items, [ARTICLE, { ...ARTICLE, documentId: 'doc2' }]);
    expect(decideOne(recognised('1.txt', other), known)).toMatchObject({ action: 'unchanged', item: { targetId: 'doc2' } });
  });
});

describe('a page with the same path in another folder', () => {
  const known = knownFrom([itemOf('old/2021/a.txt', STORY, { pathBelow: '2021/a.txt' })], [ARTICLE]);
  const page = 'new/2021/a.txt';

  test('is the same page, if its date is the same, and its headline or its text', () => {
    const changes = [{ title: 'Другая новость' }, { body: linesFrom(['Полосы обновили.']) }];
    for (const change of changes) {
      const reasons = [because('changed', {}), because('same-page', { page: 'old/2021/a.txt' })];
      expect(decideOne(recognised(page, change), known)).toMatchObject({ action: 'update', target: ARTICLE, reasons });
    }
    expect(decideOne(recognised(page), known)).toMatchObject({
      action: 'unchanged',
      reasons: [because('same-page', { page: 'old/2021/a.txt' })],
    });
  });

  test('is a new one otherwise: a notice that comes every week has the same headline and text each time', () => {
    const changes = [
      { datePublished: '2024-01-01T00:00:00.000Z' },
      { title: 'Другая новость', body: linesFrom(['О другом.']) },
      { locale: 'az' },
    ];
    for (const change of changes) expect(decideOne(recognised(page, change), known)).toMatchObject({ action: 'create' });
  });

  test('counts once in a run', () => {
    const met = nothingMet();
    const changed = { body: linesFrom(['Полосы обновили.']) };
    expect(decideOne(recognised(page), known, met)).toMatchObject({ action: 'unchanged' });
    expect(decideOne(recognised('archive.zip/2021/a.txt', changed), known, met)).toMatchObject({ action: 'create' });
  });

  test('leaves the text of before to a page that tells it now', () => {
    const met = nothingMet();
    expect(decideOne(recognised(page, { body: linesFrom(['Полосы обновили.']) }), known, met)).toMatchObject({ action: 'update' });
    expect(decideOne(recognised('new/2021/b.txt'), known, met)).toMatchObject({ action: 'create' });
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

describe('a page that tells another text now', () => {
  const known = knownFrom([itemOf('1.txt')], [ARTICLE]);
  const corrected = recognised('1.txt', { body: linesFrom(['Полосы обновили за пять дней.']) });

  test('keeps its article, and a page that tells the old text is a new one', () => {
    const met = nothingMet();
    expect(decideOne(corrected, known, met)).toMatchObject({ action: 'update', target: { documentId: 'doc1' } });
    expect(decideOne(recognised('2.txt'), known, met)).toMatchObject({ action: 'create' });
  });

  test('has not left it as long as an editor has the last word', () => {
    const removed = knownFrom([itemOf('1.txt')], []);
    const met = nothingMet();
    expect(decideOne(corrected, removed, met)).toMatchObject({ action: 'keep', learnt: null });
    expect(decideOne(recognised('2.txt'), removed, met)).toMatchObject({ action: 'keep' });
  });

  test('is no original of another page where the ledger does not learn its text', () => {
    const removed = knownFrom([itemOf('1.txt'), itemOf('2.txt')], []);
    const met = nothingMet();
    expect(decideOne(corrected, removed, met)).toMatchObject({ action: 'keep' });
    expect(decideOne({ ...corrected, page: '2.txt' }, removed, met)).toMatchObject({ action: 'keep' });
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
    const { problems } = recognition;
    const place = { page: 'a.txt', path: '/archive/a.txt', pathBelow: 'a.txt', pageHash: 'bytes', reading: 'as ever' };
    const { title } = recognition.recognised?.story ?? { title: null };
    expect(entry).toEqual({ ...place, action: 'quarantine', failed: false, title, reasons: [because('errors', {})], problems });
  });

  test('leaves its article alone when an earlier run had made one', () => {
    expect(decideOne(recognised('a.txt', {}, [problem]), knownFrom([itemOf('a.txt')], [ARTICLE])).action).toBe('quarantine');
  });

  test('makes no duplicate of the next page with its story', () => {
    const seen = nothingMet();
    decideOne(recognised('a.txt', {}, [problem]), NOTHING, seen);
    expect(decideOne(recognised('b.txt'), NOTHING, seen).action).toBe('create');
  });
});
