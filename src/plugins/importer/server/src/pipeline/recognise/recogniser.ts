import type { Page } from '../page';
import type { Problem } from '../problem';
import type { SiteProfile } from '../profile';
import type { Fault } from '../source/fault';
import type { Place } from '../source/found';
import type { Story } from '../story';
import { createClock } from './dates/clock';
import { type DateWords, readDateWords } from './dates/date-words';
import { decode } from './decode';
import { formatOf } from './formats';
import { createLanguageDetector } from './language';
import { type Line, readLines } from './lines';
import { type LearntSite, learnSite } from './page-text/learn-site';
import type { Knowledge } from './page-text/parse-page-text';
import { report, type Report } from './report-problem';

/** A page's story as far as it could be recognised, and what is wrong with the page. */
export interface Recognition {
  readonly page: Page;
  readonly story: Story;
  readonly problems: readonly Problem[];
}

export interface Recogniser {
  /** Learns from some of the pages what they have in common. Call it once, before `recognise`. */
  learn(sample: readonly Page[]): void;
  recognise(page: Page): Recognition;
  /** What stands for a page that its source could not read. */
  unreadable(place: Place, fault: Fault): Recognition;
}

function emptyStory(locale: string): Story {
  const site = { slogan: null, partnersHeading: null, feedHeading: null, previousHeading: null, partners: [] };
  return { title: null, datePublished: null, category: null, views: null, locale, paragraphs: [], site, provenance: {} };
}

function linesOf(page: Page, profile: SiteProfile): { lines: Line[]; problems: Report[] } {
  if (page.bytes.length === 0) return { lines: [], problems: [report.error('page-empty', undefined, '0 bytes', 'a page text')] };
  const decoded = decode(page.bytes, profile.encodings);
  if (decoded === null) {
    return { lines: [], problems: [report.error('binary', undefined, `${page.bytes.length} bytes that are no text`, 'a page text')] };
  }
  const lines = readLines(decoded.text);
  const problems = lines.length > 0 ? [] : [report.error('page-empty', undefined, 'blank lines only', 'a page text')];
  return { lines, problems };
}

/**
 * Makes a recogniser for the pages of one site. It reads bytes and yields stories; nothing that it is given makes it
 * throw: what can't be recognised becomes a problem.
 */
export async function createRecogniser(profile: SiteProfile): Promise<Recogniser> {
  const detectLanguage = await createLanguageDetector(profile);
  const clock = createClock(profile.timeZone);
  const languages = profile.locale === undefined ? profile.locales : [...profile.locales, profile.locale];
  const words: DateWords = readDateWords(languages);
  let learnt: LearntSite = learnSite([], profile, words);

  return {
    learn(sample) {
      learnt = learnSite(
        sample.map((page) => linesOf(page, profile).lines),
        profile,
        words,
      );
    },

    recognise(page) {
      const { lines, problems } = linesOf(page, profile);
      const knowledge: Knowledge = { clock, words, learnt, detectLanguage };
      const empty = { story: emptyStory(profile.locale ?? profile.defaultLocale), problems };
      const parsed = lines.length > 0 ? formatOf(lines, words).parse(lines, knowledge) : empty;
      return { page, story: parsed.story, problems: parsed.problems.map((problem) => ({ ...problem, page: page.path })) };
    },

    unreadable(place, { rule, found, expected }) {
      const problem = report.error(rule, undefined, found, expected);
      const page = { ...place, bytes: new Uint8Array() };
      return { page, story: emptyStory(profile.locale ?? profile.defaultLocale), problems: [{ ...problem, page: place.path }] };
    },
  };
}
