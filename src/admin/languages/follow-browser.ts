/** Where Strapi keeps the language that was chosen. */
const CHOSEN = 'strapi-admin-language';

/** The first of somebody's languages that the panel speaks: English where it speaks none. */
export function pickLanguage(wanted: readonly string[], spoken: readonly string[]): string {
  const languages = wanted.map((tag) => tag.toLowerCase().split('-')[0]);
  return languages.find((language): language is string => language !== undefined && spoken.includes(language)) ?? 'en';
}

/** Speaks the browser's language to whoever has not chosen one: before the sign-in nobody could. */
export function followBrowser(spoken: readonly string[]): void {
  if (localStorage.getItem(CHOSEN) === null) localStorage.setItem(CHOSEN, pickLanguage(navigator.languages, spoken));
}
