import type { Provenance, Story } from '../story';
import type { DateOrder } from '../profile';
import type { Clock } from './dates/clock';
import type { DateWords } from './dates/date-words';
import type { LanguageDetector } from './language';
import type { Line } from '../read/lines';
import type { Report } from '../report-problem';
import { checkBody, checkDate, checkTitle, checkViews } from './check-page';
import { findDatedLine } from './find-meta-line';
import type { LearntSite } from '../survey/learn-site';
import { type PageParts, readPage } from './page-parts';
import { type SiteLines, siteLinesOf, sitePartsOf } from './site-parts';

/** What parsing needs to know besides the lines of a page. */
export interface Knowledge {
  readonly clock: Clock;
  readonly words: DateWords;
  /** What comes first in dates of figures, where somebody has said it. */
  readonly dateOrder: DateOrder | undefined;
  readonly learnt: LearntSite;
  readonly detectLanguage: LanguageDetector;
  /** Whether stories are to tell which lines they come from. An import, which asks nobody to look, need not know. */
  readonly tellsLines: boolean;
}

export interface Parsed {
  readonly story: Story;
  readonly problems: readonly Report[];
}

const NOT_TOLD: Provenance = {};

const numberOf = (line: Line | null) => (line === null ? [] : [line.number]);
const numbersOf = (lines: readonly Line[]) => lines.map(({ number }) => number);

/** Which lines each part of a story came from. What gave nothing is furniture. */
function provenanceOf(
  parts: PageParts,
  { headings, partners }: SiteLines,
  story: Omit<Story, 'provenance'>,
  lines: readonly Line[],
): Provenance {
  const metaIf = (value: unknown) => (value === null ? [] : numberOf(parts.meta?.line ?? null));
  const told = {
    title: [...numberOf(parts.title), ...numbersOf(parts.repeatedTitle)],
    datePublished: metaIf(story.datePublished),
    category: metaIf(story.category),
    views: metaIf(story.views),
    paragraphs: numbersOf(parts.paragraphs),
    slogan: numberOf(parts.slogan),
    partnersHeading: numberOf(headings.partners),
    partners: numbersOf(partners),
    feedHeading: numberOf(headings.feed),
    previousHeading: numberOf(headings.previous),
  };
  const used = new Set([...Object.values(told).flat(), ...numberOf(parts.meta?.line ?? null)]);
  return { ...told, furniture: numbersOf(lines).filter((number) => !used.has(number)) };
}

/** Reads a page text: slogan, headline, meta line, paragraphs, and the headings below with what stands under them. */
export function parsePageText(lines: readonly Line[], { clock, words, dateOrder, learnt, detectLanguage, tellsLines }: Knowledge): Parsed {
  const parts = readPage(lines, words, learnt);
  const [title, date, views, body] = [
    checkTitle(parts),
    checkDate(parts, clock, { said: dateOrder, learnt: learnt.dateOrders }, () => findDatedLine(lines, words)),
    checkViews(parts),
    checkBody(parts),
  ];
  const paragraphs = body.value ?? [];
  const siteLines = siteLinesOf(parts);
  const story = {
    title: title.value,
    datePublished: date.value,
    category: parts.meta?.category ?? null,
    views: views.value,
    locale: detectLanguage(title.value ?? '', paragraphs),
    paragraphs,
    site: sitePartsOf(parts, siteLines),
  };
  return {
    story: { provenance: tellsLines ? provenanceOf(parts, siteLines, story, lines) : NOT_TOLD, ...story },
    problems: [title, date, views, body].flatMap(({ problems }) => problems),
  };
}
