import { createClock } from '../../src/plugins/importer/server/src/import/recognise/dates/clock';
import { readDateWords } from '../../src/plugins/importer/server/src/import/recognise/dates/date-words';
import { readMetaLine } from '../../src/plugins/importer/server/src/import/recognise/meta-line';

const WORDS = readDateWords(['ru', 'az', 'en']);
const CLOCK = createClock('Asia/Baku');

/** Moment, views, rubric, and what is left undecided. */
function read(text: string) {
  const meta = readMetaLine({ number: 1, text }, WORDS);
  if (meta === null) return null;
  return [meta.date === null ? null : (CLOCK.momentOf(meta.date)?.iso ?? null), meta.views, meta.category, meta.unclear];
}

const EVENING = '2019-08-12T18:45:00.000Z';
const START = '2019-08-11T20:00:00.000Z';

describe('a count beside the date', () => {
  test.each([
    ['178 12.08.2019 22:45 Sport A A', [EVENING, 178, 'Sport', null]],
    ['12.08.2019 22:45 | Просмотров: 170', [EVENING, 170, null, null]],
    ['12.08.2019 22:45 | Просмотры 170 | Общество', [EVENING, 170, 'Общество', null]],
    ['12.08.2019 22:45 Общество 170 A A', [EVENING, 170, 'Общество', null]],
    ['12.08.2019 22:45 170 Общество A A', [EVENING, 170, 'Общество', null]],
    ['12.08.2019 22:45 Общество, просмотров: 1 170', [EVENING, 1170, 'Общество', null]],
    ['Общество | 12.08.2019 22:45 | 170 просмотров', [EVENING, 170, 'Общество', null]],
    ['12.08.2019, 22:45 · Прочитано: 170 раз', [EVENING, 170, null, null]],
    ['12.08.2019 22:45 Количество просмотров: 170', [EVENING, 170, null, null]],
    ['12.08.2019 22:45 👁 170', [EVENING, 170, null, null]],
    ['12.08.2019 22:45 Baxış: 170', [EVENING, 170, null, null]],
    ['12.08.2019 22:45 BAXIŞ SAYI: 170 | İdman', [EVENING, 170, 'İdman', null]],
    ['12.08.2019 22:45 | Oxunub: 1.234', [EVENING, 1234, null, null]],
    ['12 August 2019, 22:45 | 1,234 views', [EVENING, 1234, null, null]],
    ['12 August 2019, 22:45 | Views: 170 | Comments: 5', [EVENING, 170, null, null]],
    ['12.08.2019 22:45 | Комментариев: 5', [EVENING, null, null, null]],
    ['12 August 2019, 22:45 • 3 min read', [EVENING, null, null, null]],
    ['12.08.2019 22:45 | Время чтения: 3 мин', [EVENING, null, null, null]],
    ['Просмотров: 170 | 12.08.2019 22:45 | Рубрика: Общество | Автор: Иван Петров', [EVENING, 170, 'Общество', null]],
  ])('%s', (line, expected) => {
    expect(read(line)).toEqual(expected);
  });

  test.each([
    ['12.08.2019 22:45 Общество 170', [EVENING, null, 'Общество', '170']],
    ['12.08.2019 22:45 | 170 | 5', [EVENING, null, null, '170, 5']],
    ['12.08.2019 22:45 Общество 170 5 A A', [EVENING, null, 'Общество', '170 5']],
    ['12.08.2019 22:45 | Просмотров: 1,2 тыс.', [EVENING, null, null, '1,2 тыс.']],
  ])('%s: what can not be told is left undecided, and named', (line, expected) => {
    expect(read(line)).toEqual(expected);
  });

  test('a number that is part of the name of a rubric stays there', () => {
    expect(read('178 12.08.2019 22:45 Новости 24 A A')).toEqual([EVENING, 178, 'Новости 24', null]);
    expect(read('12.08.2019 22:45 Выборы 2019')).toEqual([EVENING, null, 'Выборы 2019', null]);
    const line = { number: 1, text: '12.08.2019 22:45 Новости 24' };
    const known = { numbered: new Set(['новости 24']), isComplete: true };
    expect(readMetaLine(line, WORDS, known)).toMatchObject({ category: 'Новости 24', views: null, unclear: null });
    expect(readMetaLine({ ...line, text: '12.08.2019 22:45 Общество 1987' }, WORDS, known)).toMatchObject({
      category: 'Общество',
      unclear: '1987',
    });
  });
});

describe('a zone behind the time', () => {
  test.each([
    ['12.08.2019 18:45 UTC', [EVENING, null, null, null]],
    ['12.08.2019 18:45 GMT Sport', [EVENING, null, 'Sport', null]],
    ['12.08.2019 21:45 МСК', [EVENING, null, null, null]],
    ['100 12.08.2019 21:45 (мск) Общество A A', [EVENING, 100, 'Общество', null]],
    ['12.08.2019 21:45 по московскому времени', [EVENING, null, null, null]],
    ['12.08.2019 21:45 (время московское) | Спорт', [EVENING, null, 'Спорт', null]],
    ['12.08.2019 22:45 по местному времени', [EVENING, null, null, null]],
    ['12.08.2019 22:45 Bakı vaxtı ilə', [EVENING, null, null, null]],
    ['12 August 2019 21:45 Moscow time', [EVENING, null, null, null]],
    ['12.08.2019 18:45 +0000', [EVENING, null, null, null]],
    ['12.08.2019 22:45 (GMT+4) Спорт', [EVENING, null, 'Спорт', null]],
    ['12.08.2019 21:45 UTC+3', [EVENING, null, null, null]],
    ['12.08.2019 22:45 GMT +04:00', [EVENING, null, null, null]],
    ['12.08.2019 22:45+04', [EVENING, null, null, null]],
    ['2019-08-12T22:45:00+04:00', [EVENING, null, null, null]],
    ['2019-08-12T18:45:00.000Z', [EVENING, null, null, null]],
    ['Mon, 12 Aug 2019 18:45:00 +0000', [EVENING, null, null, null]],
    ['Mon, 12 Aug 2019 14:45:00 EDT', [EVENING, null, null, null]],
    ['Mon Aug 12 2019 22:45:00 GMT+0400 (Azerbaijan Standard Time)', [EVENING, null, null, null]],
    ['2:45 PM EDT, August 12, 2019', [EVENING, null, null, null]],
    ['August 12, 2019 2:45 p.m. ET', [EVENING, null, null, null]],
    ['12. August 2019, 20:45 Uhr MESZ', [EVENING, null, null, null]],
  ])('%s', (line, expected) => {
    expect(read(line)).toEqual(expected);
  });

  test('a summer of Moscow in which its clocks were an hour ahead of now', () => {
    expect(read('12.08.2012 22:45 МСК')).toEqual(['2012-08-12T18:45:00.000Z', null, null, null]);
  });

  test.each([
    ['12.08.2019 22:45 США', 'США'],
    ['12.08.2019 22:45 ЕС и НАТО', 'ЕС и НАТО'],
    ['12.08.2019 22:45 Art', 'Art'],
    ['12.08.2019 22:45 Zavod', 'Zavod'],
  ])('%s: a rubric is no zone', (line, category) => {
    expect(read(line)).toEqual([EVENING, null, category, null]);
  });
});

describe('a date in other clothes', () => {
  test.each([
    ['[12.08.2019]', [START, null, null, null]],
    ['(12.08.2019 22:45)', [EVENING, null, null, null]],
    ['[12.08.2019 22:45] Спорт', [EVENING, null, 'Спорт', null]],
    ['10:45 PM, August 12, 2019', [EVENING, null, null, null]],
    ['10:45pm Aug 12, 2019', [EVENING, null, null, null]],
    ['22:45, 12 августа 2019', [EVENING, null, null, null]],
    ['Опубликовано: 12.08.2019 22:45', [EVENING, null, null, null]],
    ['Опубликовано 12 августа 2019 в 22:45', [EVENING, null, null, null]],
    ['Дата публикации: 12.08.2019', [START, null, null, null]],
    ['Published on August 12, 2019 at 10:45 PM', [EVENING, null, null, null]],
    ['Dərc olunub: 12.08.2019 22:45', [EVENING, null, null, null]],
    ['Спорт | Опубликовано: 12.08.2019 22:45', [EVENING, null, 'Спорт', null]],
    ['Опубликовано: 12.08.2019 22:45 | Обновлено: 13.08.2019 10:00', [EVENING, null, null, null]],
    ['Updated: 13.08.2019 10:00, published: 12.08.2019 22:45', [EVENING, null, null, null]],
  ])('%s', (line, expected) => {
    expect(read(line)).toEqual(expected);
  });
});
