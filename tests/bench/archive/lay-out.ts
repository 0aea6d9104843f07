import type { SyntheticStory } from './compose-story';
import type { Voice } from './languages';
import type { Random } from './random';

/** The parts of a page from its top to its end. */
export interface PageParts {
  readonly slogan: string;
  readonly title: string;
  readonly meta: string;
  readonly paragraphs: readonly string[];
  readonly tail: readonly string[];
}

const BAKU_OFFSET_MS = 4 * 60 * 60 * 1000;

const PARTNERS = ['Mayak Evi', 'Körfəz Radio', 'Бюро «Прилив»', 'Salt Island Ferries', 'Общество рыбаков', 'Old Harbour Trust'];
const NAMED_PARTNERS = 2;
const LISTED_NEWS = 2;

const several = <T>(count: number, make: () => T) => Array.from({ length: count }, make);

/** `178 20.09.2023 08:50 Культура A A`, with the time as the clocks of Baku showed it. */
function metaLine({ views, datePublished, category }: SyntheticStory): string {
  const [date = '', time = ''] = new Date(Date.parse(datePublished) + BAKU_OFFSET_MS).toISOString().split('T');
  return `${views} ${date.split('-').reverse().join('.')} ${time.slice(0, 5)} ${category} A A`;
}

/** Puts around a story what stood around it on the site: the slogan above, and below it partners, the feed and previous news. */
export function layOut(story: SyntheticStory, { language, grammar }: Voice, random: Random): PageParts {
  const { slogan, headings } = language;
  const headline = () => grammar.make('headline', random);
  const clock = () => `${String(random.below(24)).padStart(2, '0')}:${String(random.below(60)).padStart(2, '0')}`;
  const tail = [
    headings.partners,
    ...several(NAMED_PARTNERS, () => random.pick(PARTNERS)),
    headings.feed,
    ...several(LISTED_NEWS, () => `${clock()} ${headline()}`),
    headings.previous,
    ...several(LISTED_NEWS, headline),
  ];
  return { slogan, title: story.title, meta: metaLine(story), paragraphs: story.paragraphs, tail };
}

/** The text of a page. Between its lines stand blank ones, and its last line has no end. */
export function textOf({ slogan, title, meta, paragraphs, tail }: PageParts): string {
  return [slogan, title, meta, ...paragraphs, ...tail].filter((line) => line !== '').join('\n\n');
}
