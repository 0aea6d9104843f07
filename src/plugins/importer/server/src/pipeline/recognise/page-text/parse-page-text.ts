import type { Provenance, Story } from '../../story';
import type { DateWords } from '../dates/date-words';
import type { Line } from '../lines';
import type { Report } from '../report-problem';
import { checkBody, checkDate, checkTitle, checkViews } from './check-page';
import type { LearntSite } from './learn-site';
import { type PageParts, readPage } from './read-page';
import { siteLinesOf, sitePartsOf } from './site-parts';

/** What parsing needs to know besides the lines of a page. */
export interface Knowledge {
  readonly timeZone: string;
  readonly words: DateWords;
  readonly learnt: LearntSite;
  readonly detectLanguage: (text: string) => string;
}

export interface Parsed {
  readonly story: Story;
  readonly problems: readonly Report[];
}

const numbers = (...lines: readonly (Line | null)[]) => lines.flatMap((line) => (line === null ? [] : [line.number]));

/** Which lines each part of a story came from. What gave nothing is furniture. */
function provenanceOf(parts: PageParts, story: Omit<Story, 'provenance'>, lines: readonly Line[]): Provenance {
  const { headings, partners } = siteLinesOf(parts);
  const metaIf = (value: unknown) => (value === null ? [] : numbers(parts.meta?.line ?? null));
  const told = {
    title: numbers(parts.title, ...parts.repeatedTitle),
    datePublished: metaIf(story.datePublished),
    category: metaIf(story.category),
    views: metaIf(story.views),
    paragraphs: numbers(...parts.paragraphs),
    slogan: numbers(parts.slogan),
    partnersHeading: numbers(headings.partners),
    partners: numbers(...partners),
    feedHeading: numbers(headings.feed),
    previousHeading: numbers(headings.previous),
  };
  const used = new Set([...Object.values(told).flat(), ...numbers(parts.meta?.line ?? null)]);
  return { ...told, furniture: numbers(...lines.filter(({ number }) => !used.has(number))) };
}

/** Reads a page text: slogan, headline, meta line, paragraphs, and the headings below with what stands under them. */
export function parsePageText(lines: readonly Line[], { timeZone, words, learnt, detectLanguage }: Knowledge): Parsed {
  const parts = readPage(lines, words, learnt);
  const [title, date, views, body] = [checkTitle(parts), checkDate(parts, timeZone), checkViews(parts), checkBody(parts)];
  const paragraphs = body.value ?? [];
  const story = {
    title: title.value,
    datePublished: date.value,
    category: parts.meta?.category ?? null,
    views: views.value,
    locale: detectLanguage([title.value ?? '', ...paragraphs].join('\n')),
    paragraphs,
    site: sitePartsOf(parts, siteLinesOf(parts)),
  };
  return {
    story: { ...story, provenance: provenanceOf(parts, story, lines) },
    problems: [title, date, views, body].flatMap(({ problems }) => problems),
  };
}
