import type { Core } from '@strapi/strapi';

/** The language of what is asked for without one. */
export const DEFAULT_LOCALE = 'ru';

const LOCALES = [
  { code: 'ru', name: 'Русский (ru)' },
  { code: 'az', name: 'Azərbaycanca (az)' },
  { code: 'en', name: 'English (en)' },
];

interface LocalesService {
  findByCode(code: string): Promise<unknown>;
  create(locale: { code: string; name: string }): Promise<unknown>;
  setDefaultLocale(locale: { code: string }): Promise<void>;
}

/** Makes the locales of the site that are missing, and makes the first one the default. */
export async function makeLocales(strapi: Core.Strapi): Promise<void> {
  const locales = strapi.plugin('i18n').service<LocalesService>('locales');
  for (const locale of LOCALES) {
    if (!(await locales.findByCode(locale.code))) await locales.create(locale);
  }
  await locales.setDefaultLocale({ code: DEFAULT_LOCALE });
}
