import { parse as parseToml } from 'toml';
import { parseDocument } from 'yaml';
import type { Fact, FactName } from '../document';
import { tidyText } from '../tidy-text';

/** What stands above the text of a document, and where the text begins. */
export interface FrontMatter {
  readonly facts: readonly Fact[];
  /** The text below it, and how many lines stand above that. */
  readonly text: string;
  readonly linesAbove: number;
  /** Why it could not be read; null where it could, and where there is none. */
  readonly fault: string | null;
}

/** The keys of Hugo, Jekyll, Pelican, Astro and their themes, by what they declare. Of several for one thing the first that has a value counts. */
const KEYS: Readonly<Record<Exclude<FactName, 'draft'>, readonly string[]>> = {
  title: ['title', 'headline'],
  date: ['date', 'publishdate', 'pubdate', 'pubdatetime', 'datepublished', 'published_at', 'published', 'publish_date', 'created'],
  modified: [
    'lastmod',
    'modified',
    'updated',
    'updateddate',
    'moddatetime',
    'datemodified',
    'last_modified_at',
    'modified_at',
    'updated_at',
  ],
  category: ['categories', 'category', 'section', 'rubric'],
  tag: ['tags', 'tag', 'keywords'],
  author: ['authors', 'author', 'byline', 'by'],
  address: ['canonicalurl', 'canonical_url', 'canonical', 'original_url', 'originalurl', 'source_url', 'permalink', 'url', 'link'],
  language: ['lang', 'language', 'locale'],
  slug: ['slug'],
  description: ['description', 'summary', 'excerpt', 'subtitle', 'lead'],
  picture: ['cover', 'image', 'heroimage', 'hero_image', 'featured_image', 'thumbnail', 'ogimage'],
};

/** Longer front matter is none. */
const LONGEST = 64 * 1024;
const MOST_VALUES = 100;
const LONGEST_VALUE = 10_000;

const FENCES = [
  { kind: 'YAML', fence: /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/u },
  { kind: 'TOML', fence: /^\+\+\+[ \t]*\n([\s\S]*?)\n\+\+\+[ \t]*(?:\n|$)/u },
] as const;

type Values = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Dates of TOML know how they are written; everything else is a text already, or a number. */
function textOf(value: unknown): string | null {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') {
    const text = tidyText(String(value).slice(0, LONGEST_VALUE));
    return text === '' || text === 'null' || text === '~' ? null : text;
  }
  // An author may be told by name and address, a picture by address and caption.
  if (!isObject(value)) return null;
  return textOf(value['name'] ?? value['title'] ?? value['url'] ?? value['src'] ?? null);
}

/** Categories may stand in lists of their own, as one below the other. */
const textsOf = (value: unknown): string[] =>
  [value]
    .flat(3)
    .slice(0, MOST_VALUES)
    .flatMap((one) => textOf(one) ?? []);

/** Tags and categories in one text: Pelican parts them by commas. */
function parted(name: FactName, texts: readonly string[], isText: boolean): readonly string[] {
  const [only] = texts;
  if (!isText || only === undefined || !['tag', 'category'].includes(name)) return texts;
  return only
    .split(/[,;]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** What themes keep one level deeper. */
const DEEPER = ['taxonomies', 'params', 'extra', 'seo'];

function factsOf(values: Values): Fact[] {
  const flat = new Map<string, { readonly key: string; readonly value: unknown }>();
  const add = (key: string, value: unknown) => {
    if (!flat.has(key.toLowerCase())) flat.set(key.toLowerCase(), { key, value });
  };
  for (const [key, value] of Object.entries(values)) add(key, value);
  for (const key of DEEPER) if (isObject(values[key])) for (const [inner, value] of Object.entries(values[key])) add(inner, value);

  const facts: Fact[] = [];
  for (const [name, keys] of Object.entries(KEYS) as [FactName, readonly string[]][]) {
    for (const key of keys) {
      const found = flat.get(key);
      // `published: false` tells of a draft, and of no date.
      if (found === undefined || typeof found.value === 'boolean' || /^(?:true|false)$/iu.test(textOf(found.value) ?? '')) continue;
      const texts = parted(name, textsOf(found.value), !Array.isArray(found.value));
      const place = (index: number) => `front matter: ${found.key}${texts.length > 1 ? ` ${index + 1}` : ''}`;
      facts.push(...texts.map((value, index) => ({ name, value, place: place(index) })));
      if (texts.length > 0) break;
    }
  }
  const saysDraft = (key: string, said: RegExp) => said.test(textOf(flat.get(key)?.value) ?? '');
  for (const [key, said] of [
    ['draft', /^(?:true|yes)$/iu],
    ['published', /^(?:false|no)$/iu],
    ['status', /^(?:draft|hidden|private)$/iu],
  ] as const) {
    if (saysDraft(key, said)) facts.push({ name: 'draft', value: 'true', place: `front matter: ${flat.get(key)?.key ?? key}` });
  }
  return facts;
}

function readValues(kind: 'YAML' | 'TOML', text: string): Values {
  if (kind === 'TOML') {
    const values: unknown = parseToml(text);
    return isObject(values) ? values : {};
  }
  // Everything is a text: dates and numbers are read as pages write them.
  const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false });
  const [error] = document.errors;
  if (error !== undefined) throw error;
  const values: unknown = document.toJS({ maxAliasCount: 100 });
  return isObject(values) ? values : {};
}

/** Pelican's, without a fence: `Title: …`, up to the first blank line. */
const BARE_LINE = /^([A-Za-z][\w-]{0,30})[ \t]*:[ \t]*(.*)$/u;

function readBare(text: string): FrontMatter | null {
  const end = text.search(/\n[ \t]*\n/u);
  const lines = text.slice(0, end === -1 ? Math.min(text.length, LONGEST) : end).split('\n');
  const pairs = lines.map((line) => BARE_LINE.exec(line));
  if (pairs.length < 2 || !/^title$/iu.test(pairs[0]?.[1] ?? '') || pairs.some((pair) => pair === null)) return null;
  const values = Object.fromEntries(pairs.flatMap((pair) => (pair === null ? [] : [[pair[1] ?? '', pair[2] ?? ''] as const])));
  return { facts: factsOf(values), text: end === -1 ? '' : text.slice(end), linesAbove: lines.length - 1, fault: null };
}

const lineEnds = (text: string) => text.split('\n').length - 1;

/**
 * Takes the front matter off a document: YAML or TOML between fences, or lines of `Key: value` as Pelican has them.
 *
 * @param text with `\n` at the end of each line.
 */
export function takeFrontMatter(text: string): FrontMatter {
  const whole = /^\s*/u.exec(text)?.[0].length ?? 0;
  const start = text.slice(whole);
  for (const { kind, fence } of FENCES) {
    const match = fence.exec(start.slice(0, LONGEST));
    if (match === null) continue;
    const below = { text: start.slice(match[0].length), linesAbove: lineEnds(text.slice(0, whole + match[0].length)) };
    try {
      return { ...below, facts: factsOf(readValues(kind, match[1] ?? '')), fault: null };
    } catch (cause) {
      return {
        ...below,
        facts: [],
        fault: `${kind} that can't be read: ${cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause)}`,
      };
    }
  }
  const bare = readBare(start);
  if (bare !== null) return { ...bare, linesAbove: bare.linesAbove + lineEnds(text.slice(0, whole)) };
  return { facts: [], text, linesAbove: 0, fault: null };
}
