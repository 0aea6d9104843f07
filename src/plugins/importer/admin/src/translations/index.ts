import { az } from './az';
import { en } from './en';
import { ru } from './ru';

const LANGUAGES: Readonly<Record<string, Readonly<Record<string, string>>>> = { en, ru, az };

/** The plugin's words in each of the panel's languages, as Strapi takes them. */
export const readTranslations = (locales: readonly string[]) => locales.map((locale) => ({ locale, data: LANGUAGES[locale] ?? en }));
