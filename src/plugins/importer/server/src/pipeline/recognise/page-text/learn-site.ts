import { type SiteProfile, TAIL_SECTIONS, type TailSection } from '../../profile';
import type { DateWords } from '../dates/date-words';
import { lineKey } from '../folding';
import type { Line } from '../lines';
import { findMetaLine } from './find-meta-line';
import { type Headings, headingsOf, looksLikeFeedItem, looksLikeHeading } from './tail';

/** What pages of a site have in common, told by the pages themselves. Plain data, which another thread can be sent. */
export interface LearntSite {
  /** Lines that stand at the top of several pages, by `lineKey`. */
  readonly slogans: ReadonlySet<string>;
  readonly headings: Headings;
  /** How many pages this was learnt from. */
  readonly pages: number;
}

/** So many pages show what a site's pages have in common. */
export const ENOUGH_PAGES = 3;

/** What of a page is compared with other pages. */
export interface Sample {
  /** The line above the headline, by `lineKey`. */
  readonly top: string | undefined;
  readonly below: readonly Line[];
}

/** What of a page can be compared with others; null for one without a meta line. */
export function sampleOf(lines: readonly Line[], words: DateWords): Sample | null {
  const meta = findMetaLine(lines, words);
  if (meta === null) return null;
  return { top: meta.index >= 2 ? lineKey(lines[0]?.text ?? '') : undefined, below: lines.slice(meta.index + 1) };
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

/**
 * Learns from some pages of a site what they share: the slogan above the headlines, and the headings below the
 * stories where the profile does not know them.
 */
export function learnSite(samples: readonly Sample[], profile: SiteProfile): LearntSite {
  const groups = groupByTop(samples);
  const known = headingsOf(profile);
  return {
    slogans: new Set(groups.filter((group) => group.length > 1).map((group) => group[0]?.top ?? '')),
    headings: new Map([...known, ...groups.flatMap((group) => learnHeadings(group, known))]),
    pages: samples.length,
  };
}
