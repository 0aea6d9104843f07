import { lineKey } from '../recognise/folding';
import { wellFormed } from '../read/tidy-text';
import type { SiteProfile } from '../profile';
import type { Story } from '../story';
import { LONGEST_TEXT } from './site-data';
import { addPartners, fillSiteTexts, type SiteDestination } from './write-site';

const TEXTS = ['slogan', 'partnersHeading', 'feedHeading', 'previousHeading'] as const;

/** What is looked at of a story. */
type ObservedStory = Pick<Story, 'title' | 'locale' | 'site'>;

type TextName = (typeof TEXTS)[number];

/** What stands around the stories of one language: pages, and how many of them have which text. */
interface ObservedLocale {
  readonly pages: number;
  readonly texts: Readonly<Record<TextName, Readonly<Record<string, number>>>>;
}

/** What a run has seen around the stories so far. Plain data: it is kept with the run, which may be interrupted. */
export interface ObservedSite {
  readonly locales: Readonly<Record<string, ObservedLocale>>;
  /** Names of partners, each once, in the order of the pages. */
  readonly partners: readonly string[];
}

export const NOTHING_OBSERVED: ObservedSite = { locales: {}, partners: [] };

/** A text that one page has and hundreds don't have is no text of the site. */
const SMALLEST_SHARE = 0.1;

/** Of a text that no column holds, so much is kept to name it by. */
const cut = (text: string) => wellFormed(text.slice(0, LONGEST_TEXT + 1));

/** Pages of many sites, or pages that were misread, must not make this grow without end. */
const MOST_TEXTS = 50;
const MOST_PARTNERS = 300;

function mostCommon(counts: Readonly<Record<string, number>>, pages: number): string | undefined {
  const [top] = Object.entries(counts).sort(([, a], [, b]) => b - a);
  return top !== undefined && top[1] >= pages * SMALLEST_SHARE ? top[0] : undefined;
}

/** Counts texts that stand in one place. Where there are too many, the rarest make room. */
function createCounts(before: Readonly<Record<string, number>>) {
  let counts = new Map(Object.entries(before));
  return {
    add(text: string) {
      counts.set(text, (counts.get(text) ?? 0) + 1);
      if (counts.size <= MOST_TEXTS) return;
      counts = new Map([...counts].sort(([, a], [, b]) => b - a).slice(0, MOST_TEXTS / 2));
    },
    sums: () => Object.fromEntries(counts),
  };
}

const NO_TEXTS: ObservedLocale = { pages: 0, texts: { slogan: {}, partnersHeading: {}, feedHeading: {}, previousHeading: {} } };

function observeTexts({ pages, texts }: ObservedLocale, stories: readonly ObservedStory[]): ObservedLocale {
  const counted = TEXTS.map((name) => {
    const counts = createCounts(texts[name]);
    for (const { site } of stories) if (site[name] !== null) counts.add(cut(site[name]));
    return [name, counts.sums()] as const;
  });
  return { pages: pages + stories.length, texts: Object.fromEntries(counted) as ObservedLocale['texts'] };
}

function byLocale(stories: readonly ObservedStory[]): Map<string, ObservedStory[]> {
  const groups = new Map<string, ObservedStory[]>();
  for (const story of stories) {
    const group = groups.get(story.locale);
    if (group === undefined) groups.set(story.locale, [story]);
    else group.push(story);
  }
  return groups;
}

/** What was seen before, and around some further stories. */
export function observe(observed: ObservedSite, stories: readonly ObservedStory[]): ObservedSite {
  const locales = { ...observed.locales };
  const partners = new Map(observed.partners.map((name) => [lineKey(name), name]));
  const withHeadline = stories.filter(({ title }) => title !== null);
  for (const [locale, alike] of byLocale(withHeadline)) locales[locale] = observeTexts(locales[locale] ?? NO_TEXTS, alike);
  for (const name of new Set(withHeadline.flatMap(({ site }) => site.partners.map(cut)))) {
    const key = lineKey(name);
    if (!partners.has(key) && partners.size < MOST_PARTNERS) partners.set(key, name);
  }
  return { locales, partners: [...partners.values()] };
}

/** Puts what most pages agree on into the site, wherever it holds nothing yet. */
export async function importObserved(observed: ObservedSite, profile: SiteProfile, to: SiteDestination): Promise<void> {
  for (const [locale, { pages, texts }] of Object.entries(observed.locales)) {
    if (profile.missingLocales?.includes(locale) === true) continue;
    const agreed = TEXTS.flatMap((name) => {
      const text = mostCommon(texts[name], pages);
      return text === undefined ? [] : [[name, text] as const];
    });
    const place = `texts of the site in ${locale}`;
    await fillSiteTexts(locale, { ...Object.fromEntries(agreed), timeZone: profile.timeZone }, { ...to, place });
  }
  const found = observed.partners.map((name, index) => ({ name, order: index + 1 }));
  await addPartners(found, () => Promise.resolve(null), { ...to, place: 'partners named on the pages' });
}
