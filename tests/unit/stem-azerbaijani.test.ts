import { termOf } from '../../src/search/terms/term-of';

const termsOf = (words: string) => new Set(words.split(' ').map((word) => termOf(word, 'az')));

/** Forms of one word. */
const ALIKE = [
  'işıq işığı işığın işığa işıqda işıqdan işıqlar işıqları işıqların İŞIQ İşığı',
  'uşaq uşağı uşağın uşağa uşaqda uşaqlar uşaqların uşağım uşağımız uşağının uşağında uşaqlarımız',
  'qonaq qonağı qonağın qonağa qonaqlar qonaqdan',
  'torpaq torpağın torpağı torpaqlarımız torpağımız',
  'otaq otağa otağın otaqda',
  'çörək çörəyi çörəyin çörəyə çörəkdən çörəklər çörəyim ÇÖRƏK',
  'ürək ürəyi ürəyim ürəyin ürəyə ürəkdən ürəklər ürəyimiz',
  'inək inəyi inəyə inəklər',
  'dostluq dostluğu dostluğun dostluqda',
  'gözəllik gözəlliyi gözəlliyin gözəllikdən',
  'yazmaq yazmağa yazmağı',
  'hüquq hüququ hüquqlar',
  'ailə ailəyə ailəni ailənin ailəmiz',
  'saray sarayı sarayın sarayda',
  'park parkı parkda parkın',
  'şəhər şəhərlərdə şəhəri şəhərimiz',
  'kitab kitabı kitablarımız kitabım',
  'oyun oyunu oyuna oyunlar',
];

test.each(ALIKE)('all forms meet: %s', (words) => {
  expect([...termsOf(words)]).toHaveLength(1);
});

test('words that only look alike do not', () => {
  const different = 'işıq uşaq qonaq torpaq otaq çörək ürək inək dostluq ailə saray park parça şəhər kitab oyun dağ daş tək təkər yük yüz';
  expect(termsOf(different).size).toBe(different.split(' ').length);
});
