import type { GivenFields } from '../correction';
import type { Page } from '../page';
import type { Problem } from '../problem';
import type { SiteProfile } from '../profile';
import type { Fault } from '../source/fault';
import type { Place } from '../source/found';
import { JUDGED, type Story } from '../story';
import { createClock } from './dates/clock';
import { dateWordsOf } from './dates/date-words';
import { applyRules } from './given/apply-rules';
import { giveFields } from './given/give-fields';
import { createLanguageDetector } from './language';
import { learnFrom } from '../survey/learn';
import { kindOfUnreadable } from '../read/not-read';
import { readDocument } from '../read/read-document';
import type { LearntSite } from '../survey/learn-site';
import { type Knowledge, type Parsed, recogniseArticle } from './recognise-article';
import { report, type Report } from '../report-problem';

/** A page's story as far as it could be recognised, and what is wrong with the page. */
export interface Recognition {
  readonly page: Place;
  readonly story: Story;
  readonly problems: readonly Problem[];
  /** By which it was read; null for what could not be read. */
  readonly mediaType: string | null;
  /** What a file is that no media type claims, `HTML` say: it is skipped; else null. */
  readonly skipped: string | null;
}

export interface Recogniser {
  /** @param given what a person has said of the page: it counts, whatever the page says. */
  recognise(page: Page, given?: GivenFields): Recognition;
  /** What stands for a page that its source could not read. */
  unreadable(place: Place, fault: Fault): Recognition;
}

const NO_CONFIDENCE = Object.fromEntries(JUDGED.map((field) => [field, 0])) as unknown as Story['confidence'];

function emptyStory(locale: string): Story {
  const site = { slogan: null, partnersHeading: null, feedHeading: null, previousHeading: null, partners: [] };
  return {
    ...{ title: null, datePublished: null, dateModified: null, category: null, tags: [], byline: null, authors: [], originalUrl: null },
    ...{ slug: null, description: null, isDraft: false, views: null, locale, body: [], site, provenance: {}, confidence: NO_CONFIDENCE },
  };
}

/** What a file is told for that is skipped: named, and no fault of its page. */
const skippedAs = (kind: string): Report => report.warning('format-unread', undefined, kind, 'a page text or Markdown');

const withProblems = ({ story, problems }: Parsed, more: readonly Report[]): Parsed => ({ story, problems: [...more, ...problems] });

/**
 * Makes a recogniser for the pages of one site. It reads bytes and yields stories; nothing that it is given makes it
 * throw: what can't be recognised becomes a problem.
 *
 * @param learnt what `learnFrom` tells of the site's pages.
 * @param tellsLines whether stories tell which lines they come from: without it their provenance is empty, and they are made sooner.
 */
export async function createRecogniser(
  profile: SiteProfile,
  learnt: LearntSite = learnFrom([], profile),
  tellsLines = true,
): Promise<Recogniser> {
  const detectLanguage = await createLanguageDetector(profile);
  const words = dateWordsOf(profile);
  const { rules = [] } = profile;
  const knowledge: Knowledge = {
    clock: createClock(profile.timeZone),
    words,
    dateOrder: profile.dateOrder,
    learnt,
    locales: profile.locales,
    isLocaleGiven: profile.locale !== undefined,
    detectLanguage,
    tellsLines,
  };
  // Rules, and what people say of a page, depend on the lines that gave the rest.
  const withLines: Knowledge = { ...knowledge, tellsLines: true };
  const present = profile.locales.filter((code) => profile.missingLocales?.includes(code) !== true);
  const languageProblems = ({ locale }: Story): Report[] =>
    profile.missingLocales?.includes(locale) === true
      ? [report.error('language-missing', undefined, locale, `a language that the site has: ${present.join(', ')}`)]
      : [];
  const nothing = () => emptyStory(profile.locale ?? profile.defaultLocale);

  return {
    recognise({ name, path, bytes }, given) {
      const read = readDocument(bytes, { name, encodings: profile.encodings });
      const { lines, facts, mediaType, skipped } = read;
      if (skipped !== null)
        return { page: { name, path }, story: nothing(), problems: [{ ...skippedAs(skipped), page: path }], mediaType, skipped };
      const used = rules.length > 0 || given !== undefined ? withLines : knowledge;
      const isRead = lines.length > 0 || facts.length > 0;
      const recognised: Parsed = isRead
        ? withProblems(recogniseArticle(lines, facts, used), read.problems)
        : { story: nothing(), problems: read.problems };
      const filled = rules.length > 0 ? applyRules(recognised, rules, read, used) : recognised;
      const parsed = given === undefined ? filled : giveFields(filled, given, read);
      const all = [...(isRead ? languageProblems(parsed.story) : []), ...parsed.problems];
      return {
        page: { name, path },
        story: parsed.story,
        problems: all.map((problem) => ({ ...problem, page: path })),
        mediaType,
        skipped,
      };
    },

    unreadable({ name, path }, { rule, found, expected }) {
      // A web archive or an export is mostly too large for a page, and is none.
      const skipped = rule === 'page-too-large' || rule === 'unreadable' ? kindOfUnreadable(name) : null;
      const problem = skipped === null ? report.error(rule, undefined, found, expected) : skippedAs(skipped);
      return { page: { name, path }, story: nothing(), problems: [{ ...problem, page: path }], mediaType: null, skipped };
    },
  };
}
