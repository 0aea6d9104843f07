import type { DateOrder } from '../profile';
import type { Clock } from './dates/clock';
import { type DateOrders, inOrder } from './dates/date-order';
import type { Line } from '../read/document';
import { report, type Report } from '../report-problem';
import type { PageParts } from './page-parts';

/** A value that a page holds, as far as it can be used, and what is wrong with it. */
interface Checked<T> {
  readonly value: T | null;
  readonly problems: readonly Report[];
}

/** What fits the database: a headline in a column of text, views in a whole number of 32 bits. */
export const LONGEST_HEADLINE = 255;
const MOST_VIEWS = 2 ** 31 - 1;

const ORDER_EXPECTED =
  'other pages of the site that tell whether the day or the month stands first, or --date-order; the day was taken first';

const wrong = (problem: Report) => ({ value: null, problems: [problem] });

/** A warning where a date, as it is written in a line, is yet to come. */
export const warnOfFuture = (iso: string, line: Line | undefined, written: string, clock: Clock): readonly Report[] =>
  clock.isAhead(iso) ? [report.warning('date-in-future', line, written, 'a date that has passed')] : [];

/** What is known of how a site writes its dates. */
interface DateHabits {
  readonly said: DateOrder | undefined;
  readonly learnt: DateOrders;
}

/**
 * The moment of publication, in ISO 8601 and UTC.
 *
 * @param unused a line that has a date, but not where the page's own stands; null where there is none.
 */
export function checkDate({ meta }: PageParts, clock: Clock, { said, learnt }: DateHabits, unused: () => Line | null): Checked<string> {
  if (!meta?.date) {
    const line = meta?.line ?? unused() ?? undefined;
    return wrong(report.error('date-missing', line, line?.text ?? 'no such line', 'a line with a date near the top of the page'));
  }
  const { date, isUnclear } = inOrder(meta.date, said, learnt);
  const { written } = date;
  const moment = clock.momentOf(date);
  if (moment === null) return wrong(report.error('date-invalid', meta.line, written, 'a date that exists'));
  const problems = [
    ...(isUnclear ? [report.warning('date-order-unclear', meta.line, written, ORDER_EXPECTED)] : []),
    ...warnOfFuture(moment.iso, meta.line, written, clock),
  ];
  if (!moment.skipped) return { value: moment.iso, problems };
  const expected = `a time that the clocks of ${clock.timeZone} showed that day`;
  return { value: moment.iso, problems: [...problems, report.warning('time-skipped', meta.line, written, expected)] };
}

export function checkViews({ meta }: PageParts): Checked<number> {
  const views = meta?.views ?? null;
  if (meta && meta.unclear !== null) {
    return { value: views, problems: [report.warning('views-unclear', meta.line, meta.unclear, 'a number that says what it counts')] };
  }
  if (views === null || views <= MOST_VIEWS) return { value: views, problems: [] };
  return wrong(report.warning('views-too-large', meta?.line, String(views), `a count of at most ${MOST_VIEWS}`));
}

/** A headline cut after its last whole word that fits. */
function shortened(text: string): string {
  // Where the cut falls into a character of two code units, its first half goes too.
  const whole = text.slice(0, LONGEST_HEADLINE - 1).replace(/[\uD800-\uDBFF]$/u, '');
  const words = text[whole.length] === ' ' ? whole : whole.replace(/ [^ ]*$/u, '');
  return `${words.replace(/[\s,;:–—-]+$/u, '')}…`;
}

export function checkTitle({ title, slogan }: PageParts): Checked<string> {
  if (title === null) {
    const found = slogan === null ? 'nothing above the date' : slogan.text;
    return wrong(report.error('headline-missing', slogan ?? undefined, found, 'a headline between the slogan and the date'));
  }
  if (title.text.length <= LONGEST_HEADLINE) return { value: title.text, problems: [] };
  const expected = `a headline of at most ${LONGEST_HEADLINE} characters; it was shortened`;
  return {
    value: shortened(title.text),
    problems: [report.warning('headline-too-long', title, `${title.text.length} characters`, expected)],
  };
}

export function checkBody({ paragraphs, meta }: PageParts): Checked<readonly Line[]> {
  const value = paragraphs;
  if (value.length > 0) return { value, problems: [] };
  return { value, problems: [report.error('body-missing', meta?.line, 'no paragraph', 'at least one paragraph below the date')] };
}
