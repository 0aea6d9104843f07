import type { GivenFields } from '../correction';
import type { Page } from '../page';
import type { Problem } from '../problem';
import type { SiteProfile } from '../profile';
import type { Fault } from '../source/fault';
import type { Place } from '../source/found';
import type { Story } from '../story';
import { createClock } from './dates/clock';
import { dateWordsOf } from './dates/date-words';
import { formatOf } from './formats';
import { applyRules } from './given/apply-rules';
import { giveFields } from './given/give-fields';
import { createLanguageDetector } from './language';
import { learnFrom } from '../survey/learn';
import { formatByName } from '../read/other-formats';
import { pageLinesOf, unreadFormat } from '../read/page-lines';
import type { LearntSite } from '../survey/learn-site';
import type { Knowledge, Parsed } from './recognise-article';
import { report, type Report } from '../report-problem';

/** A page's story as far as it could be recognised, and what is wrong with the page. */
export interface Recognition {
  readonly page: Place;
  readonly story: Story;
  readonly problems: readonly Problem[];
}

export interface Recogniser {
  /** @param given what a person has said of the page: it counts, whatever the page says. */
  recognise(page: Page, given?: GivenFields): Recognition;
  /** What stands for a page that its source could not read. */
  unreadable(place: Place, fault: Fault): Recognition;
}

function emptyStory(locale: string): Story {
  const site = { slogan: null, partnersHeading: null, feedHeading: null, previousHeading: null, partners: [] };
  return { title: null, datePublished: null, category: null, views: null, locale, paragraphs: [], site, provenance: {} };
}

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
      const { lines, problems } = pageLinesOf(bytes, profile, name);
      const used = rules.length > 0 || given !== undefined ? withLines : knowledge;
      const read: Parsed =
        lines.length > 0 ? withProblems(formatOf(lines, words).parse(lines, used), problems) : { story: nothing(), problems };
      const filled = rules.length > 0 ? applyRules(read, rules, lines, used) : read;
      const parsed = given === undefined ? filled : giveFields(filled, given, lines);
      const all = [...(lines.length > 0 ? languageProblems(parsed.story) : []), ...parsed.problems];
      return { page: { name, path }, story: parsed.story, problems: all.map((problem) => ({ ...problem, page: path })) };
    },

    unreadable({ name, path }, { rule, found, expected }) {
      // A web archive or an export is mostly too large for a page, and is none.
      const format = rule === 'page-too-large' || rule === 'unreadable' ? formatByName(name) : null;
      const told = format === null ? report.error(rule, undefined, found, expected) : unreadFormat(format);
      const problem = { ...told, page: path };
      return { page: { name, path }, story: nothing(), problems: [problem] };
    },
  };
}
