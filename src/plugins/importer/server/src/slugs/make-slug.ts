import { LRUCache } from 'lru-cache';
import { transliterate } from 'transliteration';

/** The longest slug, in characters: with a suffix it still fits a database column, and it can be read at a glance. */
const MAX_LENGTH = 100;

/** Letters that the library drops or spells otherwise than readers of Azerbaijani would. */
const withPlainLetters = (text: string) => text.replaceAll('ə', 'e').replaceAll('Ə', 'E');

/** What parts the words of a slug: the library's own `slugify` makes its patterns anew for every text. */
const BETWEEN_WORDS = /[^a-zA-Z0-9]+/g;
const AT_THE_ENDS = /^-+|-+$/g;

const slugify = (text: string) => transliterate(withPlainLetters(text)).replace(BETWEEN_WORDS, '-').replace(AT_THE_ENDS, '').toLowerCase();

/** Slugs of words: a site's headlines are made of the same ones again and again, and a look is cheaper than a transliteration. */
const known = new LRUCache<string, string>({ max: 5000 });

function slugOfWord(word: string): string {
  const standing = known.get(word);
  if (standing !== undefined) return standing;
  const slug = slugify(word);
  known.set(word, slug);
  return slug;
}

/** Word by word: no letter's spelling depends on what stands beyond a space. */
const slugOfWords = (text: string) => text.split(' ').map(slugOfWord).filter(Boolean).join('-');

function cutAtWord(slug: string): string {
  if (slug.length <= MAX_LENGTH) return slug;
  const cut = slug.slice(0, MAX_LENGTH + 1);
  const end = cut.lastIndexOf('-');
  return end > MAX_LENGTH / 2 ? cut.slice(0, end) : cut.slice(0, MAX_LENGTH);
}

/**
 * A readable address made of lower-case ASCII letters, digits and hyphens, from a text in any script.
 *
 * @param text a headline or a name.
 * @param fallback what stands for a text without a letter or digit.
 */
function makeSlug(text: string, fallback: string): string {
  return cutAtWord(slugOfWords(text)) || fallback;
}

/** Valid in an address as it is: what an editor typed so is kept. */
const ADDRESS = /^[a-z0-9][a-z0-9_.~-]*$/;

/** The slug that a text asks for: the text itself where it is one, or else one made of it. @see makeSlug */
export const slugOf = (text: string, fallback: string): string =>
  ADDRESS.test(text) && text.length <= MAX_LENGTH ? text : makeSlug(text, fallback);
