import type { RuleFinding } from '../../../shared/contracts/inbox';
import type { CorrectedField } from '../../../shared/contracts/pages';
import type { StoryField } from './plan/story-fields';

/** The headings below a story, by what stands under them. */
export const TAIL_SECTIONS = ['partners', 'feed', 'previous'] as const;

export type TailSection = (typeof TAIL_SECTIONS)[number];

/** How a field is found on pages that lack it, as a person has said. */
export interface SiteRule {
  readonly field: CorrectedField;
  readonly finding: RuleFinding;
}

/** What comes first in dates of figures alone, such as 08/12/2019. */
export const DATE_ORDERS = ['day-first', 'month-first'] as const;

export type DateOrder = (typeof DATE_ORDERS)[number];

export const isDateOrder = (value: unknown): value is DateOrder => DATE_ORDERS.some((order) => order === value);

/** What of a story an application's articles may have no field for. */
export type UnheldField = Exclude<StoryField, 'title' | 'body' | 'datePublished'> | 'views';

/** What is known about a site before its pages are read. It is data: another site needs another profile, not other code. */
export interface SiteProfile {
  /** IANA name of the zone that the pages tell their times in. */
  readonly timeZone: string;
  /** How the site writes dates in figures, where it need not be learnt from its pages. */
  readonly dateOrder?: DateOrder;
  /** BCP 47 codes of the languages that the site publishes in. */
  readonly locales: readonly string[];
  readonly defaultLocale: string;
  /** Languages of these that were taken away from the newsroom: its pages are recognised, and stay out. */
  readonly missingLocales?: readonly string[];
  /** The language of every page, where it is known and need not be detected. */
  readonly locale?: string;
  /** How the site heads what stands below a story, in any of its languages. Whole lines; case and spacing don't matter. */
  readonly headings: Readonly<Record<TailSection, readonly string[]>>;
  /** Single-byte encodings that old pages may be stored in, as the IANA names them. UTF-8 and UTF-16 are always tried. */
  readonly encodings: readonly string[];
  /** Rules for fields that pages lack; the first that finds something counts. */
  readonly rules?: readonly SiteRule[];
  /** What articles don't hold of what is recognised; left out where they hold all of it, each in its language. */
  readonly articles?: { readonly unheld: readonly UnheldField[]; readonly localized: boolean };
}

export const DEFAULT_PROFILE: SiteProfile = {
  timeZone: 'Asia/Baku',
  locales: ['ru', 'az', 'en'],
  defaultLocale: 'ru',
  headings: {
    partners: [
      'Наши партнёры',
      'Партнёры',
      'Bizim partnyorlarımız',
      'Bizim tərəfdaşlarımız',
      'Tərəfdaşlarımız',
      'Our partners',
      'Partners',
    ],
    feed: ['Лента новостей', 'Новостная лента', 'Xəbər lenti', 'Xəbərlər lenti', 'News feed', 'Latest news'],
    previous: ['Предыдущие новости', 'Əvvəlki xəbərlər', 'Previous news', 'Earlier news'],
  },
  encodings: ['windows-1251', 'KOI8-R', 'ISO-8859-5', 'windows-1252', 'ISO-8859-9'],
};
