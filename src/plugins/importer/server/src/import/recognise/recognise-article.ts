import type { DateOrder } from '../profile';
import type { Fact, Line, Origin } from '../read/document';
import type { Report } from '../report-problem';
import type { Provenance, Story } from '../story';
import type { LearntSite } from '../survey/learn-site';
import { checkBody, checkDate, checkTitle, checkViews } from './check-page';
import { confidenceOf } from './confidence';
import type { Clock } from './dates/clock';
import type { DateWords } from './dates/date-words';
import { type Declared, type DeclaredFields, readDeclared } from './declared';
import { findDatedLine } from './find-meta-line';
import type { LanguageDetector } from './language';
import { type PageParts, readPage } from './page-parts';
import { type SiteLines, siteLinesOf, sitePartsOf } from './site-parts';

/** What recognition needs to know besides the lines of a page. */
export interface Knowledge {
  readonly clock: Clock;
  readonly words: DateWords;
  /** What comes first in dates of figures, where somebody has said it. */
  readonly dateOrder: DateOrder | undefined;
  readonly learnt: LearntSite;
  readonly locales: readonly string[];
  /** Whether the language of every page is known. */
  readonly isLocaleGiven: boolean;
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
const originsOf = (declared: Declared<unknown> | null): readonly Origin[] => declared?.origins ?? [];

/** Which lines and facts each part of a story came from. What gave nothing is furniture. */
function provenanceOf(
  parts: PageParts,
  declared: DeclaredFields,
  { headings, partners }: SiteLines,
  story: Pick<Story, 'datePublished' | 'category' | 'views'>,
  lines: readonly Line[],
): Provenance {
  const metaIf = (value: unknown) => (value === null ? [] : numberOf(parts.meta?.line ?? null));
  const origins: Record<string, readonly Origin[]> = {
    title:
      declared.title === null
        ? [...numberOf(parts.title), ...numbersOf(parts.repeatedTitle)]
        : [...declared.title.origins, ...numbersOf(parts.repeatedTitle)],
    datePublished: declared.datePublished === null ? metaIf(story.datePublished) : originsOf(declared.datePublished),
    category: declared.category === null ? metaIf(story.category) : originsOf(declared.category),
    views: metaIf(story.views),
    paragraphs: numbersOf(parts.paragraphs),
    slogan: numberOf(parts.slogan),
    partnersHeading: numberOf(headings.partners),
    partners: numbersOf(partners),
    feedHeading: numberOf(headings.feed),
    previousHeading: numberOf(headings.previous),
  };
  // What only some documents have is told only there.
  for (const name of ['dateModified', 'tags', 'byline', 'originalUrl', 'locale'] as const)
    if (declared[name] !== null) origins[name] = originsOf(declared[name]);
  const used = new Set<Origin>([...Object.values(origins).flat(), ...numberOf(parts.meta?.line ?? null)]);
  return { ...origins, furniture: numbersOf(lines).filter((number) => !used.has(number)) };
}

const NO_LINE = 0;

/** Makes an article of the lines of a document, what it declares, and what is known of its site: by whichever media type it was read. */
export function recogniseArticle(lines: readonly Line[], facts: readonly Fact[], knowledge: Knowledge): Parsed {
  const { clock, words, dateOrder, learnt, detectLanguage, tellsLines } = knowledge;
  const declared = readDeclared(facts, knowledge);
  const titleLine = declared.title === null ? null : { number: NO_LINE, text: declared.title.value };
  const parts = readPage(lines, words, learnt, { title: titleLine, hasDate: declared.datePublished !== null });
  const [title, date, views, body] = [
    checkTitle(parts),
    declared.datePublished === null
      ? checkDate(parts, clock, { said: dateOrder, learnt: learnt.dateOrders }, () => findDatedLine(lines, words))
      : { value: declared.datePublished.value, problems: [] },
    checkViews(parts),
    checkBody(parts),
  ];
  const paragraphs = body.value ?? [];
  const siteLines = siteLinesOf(parts);
  const locale = declared.locale?.value ?? detectLanguage(title.value ?? '', paragraphs);
  const story = {
    title: title.value,
    datePublished: date.value,
    dateModified: declared.dateModified?.value ?? null,
    category: declared.category?.value ?? parts.meta?.category ?? null,
    tags: declared.tags?.value ?? [],
    byline: declared.byline?.value ?? null,
    authors: declared.authors,
    originalUrl: declared.originalUrl?.value ?? null,
    slug: declared.slug,
    description: declared.description,
    isDraft: declared.isDraft,
    views: views.value,
    locale,
    body: paragraphs,
    site: sitePartsOf(parts, siteLines),
  };
  const problems = [declared, title, date, views, body].flatMap((checked) => checked.problems);
  return {
    story: {
      ...story,
      provenance: tellsLines ? provenanceOf(parts, declared, siteLines, story, lines) : NOT_TOLD,
      confidence: confidenceOf(story, { parts, declared, problems, isLocaleGiven: knowledge.isLocaleGiven }),
    },
    problems: problems.map((problem) => (problem.line === NO_LINE ? { ...problem, line: null } : problem)),
  };
}
