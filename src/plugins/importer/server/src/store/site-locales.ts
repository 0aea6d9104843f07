import type { Core } from '@strapi/strapi';
import type { SiteProfile } from '../import/profile';
import { SourceError } from '../import/source/source-error';
import { message } from '../messages/message';

interface LocalesService {
  find(): Promise<{ code: string }[]>;
}

/** The codes of the site's languages. */
export async function localesOf(strapi: Core.Strapi): Promise<string[]> {
  const found = await strapi.plugin('i18n').service<LocalesService>('locales').find();
  return found.map(({ code }) => code);
}

/**
 * A profile with what is known of the site's languages. A page in one that was removed from the settings must not become an article
 * that no editor can see. Where all are there, the profile stays as it is, and pages are read as they were.
 *
 * @throws SourceError when all pages are said to be in a language that the site does not have.
 */
export function withLocales({ missingLocales: _before, ...profile }: SiteProfile, locales: readonly string[]): SiteProfile {
  const { locale } = profile;
  if (locale !== undefined && !locales.includes(locale)) {
    throw new SourceError(message('language-missing', { locale, locales: locales.join(', ') }));
  }
  const missing = profile.locales.filter((code) => !locales.includes(code));
  return missing.length === 0 ? profile : { ...profile, missingLocales: missing };
}
