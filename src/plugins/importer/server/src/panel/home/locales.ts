import type { Core } from '@strapi/strapi';

interface LocalesService {
  find(): Promise<{ code: string }[]>;
}

/** The codes of the site's languages. */
export async function localesOf(strapi: Core.Strapi): Promise<string[]> {
  const found = await strapi.plugin('i18n').service<LocalesService>('locales').find();
  return found.map(({ code }) => code);
}
