import { languageNativeNames } from '../../../node_modules/@strapi/admin/dist/admin/admin/src/translations/languageNativeNames.mjs';

/**
 * Lets an editor choose Azerbaijani in the profile. Strapi offers the languages that its own table names, and has no
 * setting for others, so the table is given one more. What no translation says in Azerbaijani stays in English.
 */
export function offerAzerbaijani(): void {
  languageNativeNames['az'] = 'Azərbaycanca';
}
