import type { Clock } from '../dates/clock';
import { report, type Report } from '../report-problem';
import type { PageParts } from './read-page';

/** A value that a page holds, as far as it can be used, and what is wrong with it. */
interface Checked<T> {
  readonly value: T | null;
  readonly problems: readonly Report[];
}

/** What fits the database: a headline in a column of text, views in a whole number of 32 bits. */
export const LONGEST_HEADLINE = 255;
const MOST_VIEWS = 2 ** 31 - 1;

const wrong = (problem: Report) => ({ value: null, problems: [problem] });

/** The moment of publication, in ISO 8601 and UTC. */
export function checkDate({ meta }: PageParts, clock: Clock): Checked<string> {
  if (!meta?.date) {
    const found = meta?.line.text ?? 'no such line';
    return wrong(report.error('date-missing', meta?.line, found, 'a line with a date near the top of the page'));
  }
  const { written } = meta.date;
  const moment = clock.momentOf(meta.date);
  if (moment === null) return wrong(report.error('date-invalid', meta.line, written, 'a date that exists'));
  if (!moment.skipped) return { value: moment.iso, problems: [] };
  const expected = `a time that the clocks of ${clock.timeZone} showed that day`;
  return { value: moment.iso, problems: [report.warning('time-skipped', meta.line, written, expected)] };
}

export function checkViews({ meta }: PageParts): Checked<number> {
  const views = meta?.views ?? null;
  if (views === null || views <= MOST_VIEWS) return { value: views, problems: [] };
  return wrong(report.warning('views-too-large', meta?.line, String(views), `a count of at most ${MOST_VIEWS}`));
}

export function checkTitle({ title, slogan }: PageParts): Checked<string> {
  if (title === null) {
    const found = slogan === null ? 'nothing above the date' : slogan.text;
    return wrong(report.error('headline-missing', slogan ?? undefined, found, 'a headline between the slogan and the date'));
  }
  if (title.text.length <= LONGEST_HEADLINE) return { value: title.text, problems: [] };
  const expected = `a headline of at most ${LONGEST_HEADLINE} characters`;
  return { value: title.text, problems: [report.error('headline-too-long', title, `${title.text.length} characters`, expected)] };
}

export function checkBody({ paragraphs, meta }: PageParts): Checked<readonly string[]> {
  const value = paragraphs.map(({ text }) => text);
  if (value.length > 0) return { value, problems: [] };
  return { value, problems: [report.error('body-missing', meta?.line, 'no paragraph', 'at least one paragraph below the date')] };
}
