import type { SiteProfile } from '../profile';

type Detector = (text: string) => string;

/** More text than this does not make the answer any surer. */
const ENOUGH_CHARACTERS = 2000;

/**
 * Makes a function that tells which of the site's languages a text is in.
 *
 * @param profile its `locale`, where it is given, is the answer for every text; its `defaultLocale` is the answer
 * for a text that has no letters.
 */
export async function createLanguageDetector(profile: SiteProfile): Promise<Detector> {
  const { locale } = profile;
  if (locale !== undefined) return () => locale;

  const { eld } = await import('eld/small');
  const detector = eld.newInstance();
  const languages = new Map(profile.locales.map((code) => [new Intl.Locale(code).language, code]));
  detector.setLanguageSubset([...languages.keys()]);
  return (text) => languages.get(detector.detect(text.slice(0, ENOUGH_CHARACTERS)).language) ?? profile.defaultLocale;
}
