import { type SiteProfile, TAIL_SECTIONS, type TailSection } from '../profile';
import { type DateOrders, learnDateOrders } from '../recognise/dates/date-order';
import type { DateWords } from '../recognise/dates/date-words';
import type { WrittenDate } from '../recognise/dates/written-date';
import { lineKey } from '../recognise/folding';
import type { Line } from '../read/document';
import { findMetaLine } from '../recognise/find-meta-line';
import type { KnownCategories } from '../recognise/meta-line';
import { type Headings, headingsOf, looksLikeFeedItem, looksLikeHeading } from '../recognise/tail';

/** What pages of a site have in common, told by the pages themselves. Plain data, which another thread can be sent. */
export interface LearntSite {
  /** Lines that stand at the top of several pages, by `lineKey`. */
  readonly slogans: ReadonlySet<string>;
  readonly headings: Headings;
  /** Categories that end in a number on several pages, by `lineKey`. */
  readonly numberedRubrics: ReadonlySet<string>;
  readonly dateOrders: DateOrders;
  /** How many pages this was learnt from. */
  readonly pages: number;
}

/** So many pages show what a site's pages have in common. */
export const ENOUGH_PAGES = 3;

export const knownCategories = ({ numberedRubrics, pages }: LearntSite): KnownCategories => ({
  numbered: numberedRubrics,
  isComplete: pages >= ENOUGH_PAGES,
});

/** What of a page is compared with other pages. */
export interface Sample {
  readonly date: WrittenDate | null;
  /** The category, where it ends in a number, by `lineKey`. */
  readonly numbered: string | null;
  /** The line above the headline, by `lineKey`. */
  readonly top: string | undefined;
  readonly below: readonly Line[];
}

/** The headings below a story are looked for among the last lines, so that what is learnt from takes little memory. */
const MOST_BELOW = 1000;

/** A longer line is no slogan. */
const LONGEST_TOP = 2000;

/** What of a page can be compared with others; null for one without a meta line. */
export function sampleOf(lines: readonly Line[], words: DateWords): Sample | null {
  const found = findMetaLine(lines, words);
  if (found === null) return null;
  const { date, numbered } = found.meta;
  const top = lines[0]?.text ?? '';
  return {
    date,
    numbered: numbered === null ? null : lineKey(numbered),
    top: found.index >= 2 && top.length <= LONGEST_TOP ? lineKey(top) : undefined,
    below: lines.slice(Math.max(found.index + 1, lines.length - MOST_BELOW)),
  };
}

function groupByTop(samples: readonly Sample[]): Sample[][] {
  const groups = new Map<string, Sample[]>();
  for (const sample of samples) {
    if (sample.top === undefined) continue;
    groups.set(sample.top, [...(groups.get(sample.top) ?? []), sample]);
  }
  return [...groups.values()];
}

/** Heading-like lines that stand below most stories of a group, from the top of the page down. */
function commonLines(group: readonly Sample[]): string[] {
  const seen = new Map<string, { pages: number; fromEnd: number }>();
  for (const { below } of group) {
    const onPage = new Map(below.map((line, index) => [lineKey(line.text), { line, fromEnd: below.length - index }]));
    for (const [key, { line, fromEnd }] of onPage) {
      if (!looksLikeHeading(line.text)) continue;
      const before = seen.get(key) ?? { pages: 0, fromEnd: 0 };
      seen.set(key, { pages: before.pages + 1, fromEnd: before.fromEnd + fromEnd });
    }
  }
  return [...seen]
    .filter(([, { pages }]) => pages > group.length / 2)
    .sort(([, a], [, b]) => b.fromEnd / b.pages - a.fromEnd / a.pages)
    .map(([key]) => key);
}

/** Whether feed items follow a line on one of the pages at least, and on none something else. */
function headsFeed(key: string, group: readonly Sample[]): boolean {
  const followers = group.flatMap(({ below }) => {
    const next = below[below.findIndex((line) => lineKey(line.text) === key) + 1];
    return next === undefined ? [] : [next.text];
  });
  return followers.length > 0 && followers.every(looksLikeFeedItem);
}

/**
 * Lines that are not known as headings take, in their order, the places that the known ones leave. Where there are more
 * lines than places, because the same partners or stories are named on every page, the feed's items tell its heading, and
 * the others are the first and the last.
 */
function learnHeadings(group: readonly Sample[], known: Headings): [string, TailSection][] {
  if (group.length < ENOUGH_PAGES) return [];
  const common = commonLines(group);
  const kinds = common.map((key) => known.get(key));
  const free = TAIL_SECTIONS.filter((kind) => !kinds.includes(kind));
  const unknown = common.filter((key) => !known.has(key));
  if (unknown.length < free.length) return [];

  const feed = unknown.length === free.length ? unknown[free.indexOf('feed')] : unknown.find((key) => headsFeed(key, group));
  const places: Record<TailSection, string | undefined> = { partners: unknown[0], feed, previous: unknown.at(-1) };
  const learnt = free.flatMap((kind) => {
    const key = places[kind];
    return key === undefined ? [] : [[key, kind] as const satisfies [string, TailSection]];
  });
  const isClear = learnt.length === free.length && new Set(learnt.map(([key]) => key)).size === free.length;
  return isClear ? learnt : [];
}

const withoutNumber = (key: string) => key.replace(/^[\d ]+ | [\d ]+$/gu, '');

/** Categories whose number is part of their name: it is the same on several pages, and on most that have the category. */
function learnNumbered(samples: readonly Sample[]): Set<string> {
  const pages = new Map<string, number>();
  const byName = new Map<string, number>();
  for (const { numbered } of samples) {
    if (numbered === null) continue;
    const name = withoutNumber(numbered);
    pages.set(numbered, (pages.get(numbered) ?? 0) + 1);
    byName.set(name, (byName.get(name) ?? 0) + 1);
  }
  return new Set([...pages].filter(([key, count]) => count > 1 && count > (byName.get(withoutNumber(key)) ?? 0) / 2).map(([key]) => key));
}

/**
 * Learns from some pages of a site what they share: the slogan above the headlines, and the headings below the
 * stories where the profile does not know them, categories with numbers in their names, and the order of day and month.
 */
export function learnSite(samples: readonly Sample[], profile: SiteProfile): LearntSite {
  const groups = groupByTop(samples);
  const known = headingsOf(profile);
  return {
    slogans: new Set(groups.filter((group) => group.length > 1).map((group) => group[0]?.top ?? '')),
    headings: new Map([...known, ...groups.flatMap((group) => learnHeadings(group, known))]),
    numberedRubrics: learnNumbered(samples),
    dateOrders: learnDateOrders(samples.flatMap(({ date }) => date ?? [])),
    pages: samples.length,
  };
}
