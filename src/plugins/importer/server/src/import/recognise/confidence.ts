import type { Report } from '../report-problem';
import type { Confidence, Story } from '../story';
import type { Declared, DeclaredFields } from './declared';
import { MOST_CERTAIN } from './meta-line';
import type { PageParts } from './page-parts';

/** What is known of how a story was recognised. */
interface Grounds {
  readonly parts: PageParts;
  readonly declared: DeclaredFields;
  readonly problems: readonly Report[];
  readonly isLocaleGiven: boolean;
}

/** A field that stands in a place of its layout: of a page whose meta line is as it should be, and of one where little tells. */
const PLACED = { most: 0.95, least: 0.5 } as const;

/** Of a doubtful value no more is certain than this. */
const DOUBTFUL = 0.5;

/** The language of a text, which a detector tells by its words. */
const DETECTED = 0.9;

/** A body below which the site's own headings stand ends where they begin. Without them it may hold what is not its own. */
const BODY = { bounded: 0.95, open: 0.7 } as const;

type UngradedStory = Omit<Story, 'provenance' | 'confidence'>;

const hundredths = (value: number) => Math.round(value * 100) / 100;

/**
 * How sure each field of a story is, from 0 to 1. They are ranks, and no shares of right values: declared fields stand above those that
 * were told by their place, and a field that a problem doubts below all others.
 */
export function confidenceOf(story: UngradedStory, { parts, declared, problems, isLocaleGiven }: Grounds): Confidence {
  const isDoubted = (...rules: readonly Report['rule'][]) => problems.some(({ rule }) => rules.includes(rule));
  const certainty = (parts.meta?.certainty ?? 0) / MOST_CERTAIN;
  const placed = hundredths(PLACED.least + (PLACED.most - PLACED.least) * certainty);
  const rank = (value: unknown, by: Declared<unknown> | null, otherwise: number, isDoubtful = false) => {
    if (value === null || (Array.isArray(value) && value.length === 0)) return 0;
    const own = by?.confidence ?? otherwise;
    return isDoubtful ? Math.min(own, DOUBTFUL) : own;
  };
  const isShort = isDoubted('headline-too-long');
  return {
    title: rank(story.title, declared.title, placed, isShort),
    datePublished: rank(story.datePublished, declared.datePublished, placed, isDoubted('date-order-unclear', 'time-skipped')),
    dateModified: rank(story.dateModified, declared.dateModified, 0),
    category: rank(story.category, declared.category, placed),
    tags: rank(story.tags, declared.tags, 0),
    byline: rank(story.byline, declared.byline, 0),
    originalUrl: rank(story.originalUrl, declared.originalUrl, 0),
    views: rank(story.views, null, placed),
    locale: isLocaleGiven ? 1 : rank(story.body.length === 0 ? null : story.locale, declared.locale, DETECTED),
    body: rank(
      story.body,
      null,
      parts.sections.length > 0 || story.body.some(({ markup }) => markup !== undefined) ? BODY.bounded : BODY.open,
    ),
  };
}
