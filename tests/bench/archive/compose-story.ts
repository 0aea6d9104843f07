import type { Voice } from './languages';
import type { Random } from './random';

/** What a page tells, as a reader would tell it. */
export interface SyntheticStory {
  readonly locale: string;
  readonly title: string;
  /** ISO 8601 in UTC, to the minute. */
  readonly datePublished: string;
  readonly category: string;
  readonly views: number;
  readonly paragraphs: readonly string[];
}

const FEWEST_PARAGRAPHS = 7;
const MORE_PARAGRAPHS = 3;

/** Bytes in UTF-8, so that a page has about 4 KB with all that stands around its story. */
const SHORTEST_BODY = 2050;
const LONGER_BODY = 1000;

/** Dates from 2016 on: since then the clocks of Baku are at UTC+4 all year round, and a local time needs no rules. */
const FIRST_DAY = Date.UTC(2016, 0, 1);
const DAYS = 8 * 365;
const DAY_MS = 24 * 60 * 60 * 1000;
const MINUTES = 24 * 60;

function composeParagraphs({ grammar }: Voice, random: Random): string[] {
  const count = FEWEST_PARAGRAPHS + random.below(MORE_PARAGRAPHS);
  const bytes = (SHORTEST_BODY + random.below(LONGER_BODY)) / count;
  return Array.from({ length: count }, () => {
    let text = grammar.make('sentence', random);
    while (Buffer.byteLength(text) < bytes) text += ` ${grammar.make('sentence', random)}`;
    return text;
  });
}

/** Most stories are read by some dozens, a few by thousands. */
const composeViews = (random: Random) => 1 + random.below(10 ** (1 + random.below(4)));

/** Makes up a story. */
export function composeStory(voice: Voice, random: Random): SyntheticStory {
  const published = FIRST_DAY + random.below(DAYS) * DAY_MS + random.below(MINUTES) * 60_000;
  return {
    locale: voice.language.locale,
    title: voice.grammar.make('headline', random),
    datePublished: new Date(published).toISOString(),
    category: random.pick(voice.language.rubrics),
    views: composeViews(random),
    paragraphs: composeParagraphs(voice, random),
  };
}
