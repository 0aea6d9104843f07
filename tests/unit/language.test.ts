import fc from 'fast-check';
import { DEFAULT_PROFILE } from '../../src/plugins/importer/server/src/pipeline/profile';
import { createLanguageDetector } from '../../src/plugins/importer/server/src/pipeline/recognise/language';

const WORDS = [
  ...'утром на старом мосту снова зажгли фонари Ёлка ЦБ съезд Ѣ'.split(' '),
  ...'səhər köhnə körpüdə fənərlər İyun yandı'.split(' '),
  ...'in the morning lamps on old bridge NATO don’t'.split(' '),
  ...["'", '—', '2023', '№', ' ', '\n', 'Ω', 'ΑΣ', '가', '𝐀', "об'єкт"],
];
const text = fc
  .array(fc.constantFrom(...WORDS, ...WORDS.slice(0, 10), ...WORDS.slice(0, 10)), { maxLength: 120, size: 'max' })
  .map((words) => words.join(' '));

test('less text than the detector is offered tells the same language', async () => {
  const { eld } = await import('eld/small');
  const detector = eld.newInstance();
  detector.setLanguageSubset([...DEFAULT_PROFILE.locales]);
  const detect = await createLanguageDetector(DEFAULT_PROFILE);
  fc.assert(
    fc.property(text, (whole) => {
      expect(detect(whole)).toBe(detector.detect(whole).language || DEFAULT_PROFILE.defaultLocale);
    }),
    { numRuns: 3000 },
  );
});
