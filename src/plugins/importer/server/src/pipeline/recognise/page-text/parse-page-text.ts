import type { Story } from '../../story';
import type { DateWords } from '../dates/date-words';
import { momentOf } from '../dates/moment';
import { type Line, lineKey } from '../lines';
import { report, type Report } from '../report-problem';
import { findMetaLine } from './find-meta-line';
import { readHead } from './head';
import { ENOUGH_PAGES, type LearntSite } from './learn-site';
import type { MetaLine } from './meta-line';
import { findTail, type Section } from './tail';
import { isTextSize } from './text-size';

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

const LONGEST_HEADLINE = 255;
const MOST_VIEWS = 2 ** 31 - 1;

const numbers = (lines: readonly (Line | null | undefined)[]) => lines.flatMap((line) => (line ? [line.number] : []));

function readMoment(meta: MetaLine | undefined, timeZone: string): { iso: string | null; problems: Report[] } {
  if (!meta?.date) {
    const expected = 'a line with a date near the top of the page';
    return { iso: null, problems: [report.error('date-missing', meta?.line, meta?.line.text ?? 'no such line', expected)] };
  }
  const { written } = meta.date;
  const moment = momentOf(meta.date, timeZone);
  if (moment === null) return { iso: null, problems: [report.error('date-invalid', meta.line, written, 'a date that exists')] };
  if (!moment.skipped) return { iso: moment.iso, problems: [] };
  const expected = `a time that the clocks of ${timeZone} showed that day`;
  return { iso: moment.iso, problems: [report.warning('time-skipped', meta.line, written, expected)] };
}

function readViews(meta: MetaLine | undefined): { views: number | null; problems: Report[] } {
  const views = meta?.views ?? null;
  if (views === null || views <= MOST_VIEWS) return { views, problems: [] };
  const expected = `a count of at most ${MOST_VIEWS}`;
  return { views: null, problems: [report.warning('views-too-large', meta?.line, String(views), expected)] };
}

function checkTitle(title: Line | null, above: Line | null): Report[] {
  if (title === null) {
    const found = above === null ? 'nothing above the date' : above.text;
    return [report.error('headline-missing', above ?? undefined, found, 'a headline between the slogan and the date')];
  }
  if (title.text.length <= LONGEST_HEADLINE) return [];
  const found = `${title.text.length} characters`;
  return [report.error('headline-too-long', title, found, `a headline of at most ${LONGEST_HEADLINE} characters`)];
}

const sectionOf = (sections: readonly Section[], kind: Section['kind']) => sections.find((section) => section.kind === kind);

function partnersIn(section: Section | undefined): Line[] {
  const names = section?.items.filter(({ text }) => /\p{L}/u.test(text)) ?? [];
  return names.filter(({ text }, index) => names.findIndex((other) => lineKey(other.text) === lineKey(text)) === index);
}

/** Reads a page text: slogan, headline, meta line, paragraphs, and the headings below with what stands under them. */
export function parsePageText(lines: readonly Line[], { timeZone, words, learnt, detectLanguage }: Knowledge): Parsed {
  const found = findMetaLine(lines, words);
  const meta = found?.meta;
  const topLines = found === null ? lines.slice(0, learnt.slogans.has(lineKey(lines[0]?.text ?? '')) ? 2 : 1) : lines.slice(0, found.index);
  const { slogan, title, more } = readHead(topLines, learnt);

  const below = lines.slice(found === null ? topLines.length : found.index + 1);
  const { start, sections } = findTail(below, learnt.headings, learnt.pages < ENOUGH_PAGES);
  const body = [...more, ...below.slice(0, start)];
  const repeated = body.filter(({ text }) => title !== null && lineKey(text) === lineKey(title.text));
  const paragraphs = body.filter((line) => !isTextSize(line.text) && !repeated.includes(line));

  const { iso, problems: dateProblems } = readMoment(meta, timeZone);
  const { views, problems: viewsProblems } = readViews(meta);
  const bodyProblems =
    paragraphs.length > 0 ? [] : [report.error('body-missing', meta?.line, 'no paragraph', 'at least one paragraph below the date')];

  const [partners, feed, previous] = [sectionOf(sections, 'partners'), sectionOf(sections, 'feed'), sectionOf(sections, 'previous')];
  const names = partnersIn(partners);
  const used = new Set([
    slogan,
    title,
    meta?.line,
    ...repeated,
    ...paragraphs,
    partners?.heading,
    feed?.heading,
    previous?.heading,
    ...names,
  ]);
  const metaLine = numbers([meta?.line]);
  return {
    story: {
      title: title?.text ?? null,
      datePublished: iso,
      category: meta?.category ?? null,
      views,
      locale: detectLanguage([title?.text ?? '', ...paragraphs.map(({ text }) => text)].join('\n')),
      paragraphs: paragraphs.map(({ text }) => text),
      site: {
        slogan: slogan?.text ?? null,
        partnersHeading: partners?.heading.text ?? null,
        feedHeading: feed?.heading.text ?? null,
        previousHeading: previous?.heading.text ?? null,
        partners: names.map(({ text }) => text),
      },
      provenance: {
        title: numbers([title, ...repeated]),
        datePublished: iso === null ? [] : metaLine,
        category: meta?.category ? metaLine : [],
        views: views === null ? [] : metaLine,
        paragraphs: numbers(paragraphs),
        slogan: numbers([slogan]),
        partnersHeading: numbers([partners?.heading]),
        partners: numbers(names),
        feedHeading: numbers([feed?.heading]),
        previousHeading: numbers([previous?.heading]),
        furniture: numbers(lines.filter((line) => !used.has(line))),
      },
    },
    problems: [...checkTitle(title, slogan), ...dateProblems, ...viewsProblems, ...bodyProblems],
  };
}
