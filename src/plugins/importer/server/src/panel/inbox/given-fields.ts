import type { CorrectedField } from '../../../../shared/contracts/pages';
import type { GivenFields, GivenLine } from '../../pipeline/correction';
import type { SiteProfile } from '../../pipeline/profile';
import { createClock } from '../../pipeline/recognise/dates/clock';
import { dateWordsOf } from '../../pipeline/recognise/dates/date-words';
import { readDate } from '../../pipeline/recognise/dates/read-date';
import { saysOnly } from '../../pipeline/recognise/given/says-only';
import type { Line } from '../../pipeline/recognise/lines';
import { refusal } from '../checked';
import type { CorrectionAsked } from './orders';

type FieldAsked = NonNullable<CorrectionAsked['fields'][CorrectedField]>;

/** What the columns of headlines and rubrics hold. */
const LONGEST = 255;

/** Why a field can't be given so. */
class Unusable extends Error {}

const tidy = (text: string) => text.replace(/\s+/gu, ' ').trim();

function short(text: string): string {
  const value = tidy(text);
  if (value === '') throw new Unusable('it must not be empty');
  if (value.length > LONGEST) throw new Unusable(`it must have at most ${LONGEST} characters, and has ${value.length}`);
  return value;
}

function date(text: string, profile: SiteProfile): string {
  const value = readDate(tidy(text), createClock(profile.timeZone), dateWordsOf(profile));
  if (value === null) throw new Unusable(`"${tidy(text)}" can not be read as a date that exists, such as 20.09.2023 08:50`);
  return value;
}

function lineOf({ selection }: FieldAsked, lines: readonly Line[]): GivenLine | null {
  if (selection === null) return null;
  const { start, end } = selection;
  const line = lines.find(({ number }) => number === selection.line);
  if (line === undefined) throw new Unusable(`the page has no line ${selection.line}`);
  if (start >= end || end > line.text.length) throw new Unusable(`the selection does not lie within line ${selection.line}`);
  return { number: line.number, text: line.text, isWhole: saysOnly(line.text, start, end) };
}

/**
 * What a person gives a page, as it is kept.
 *
 * @throws ValidationError naming every field that can't be taken.
 */
export function givenFields(fields: CorrectionAsked['fields'], lines: readonly Line[], profile: SiteProfile): GivenFields {
  const faults: { path: string[]; message: string }[] = [];
  const given = Object.entries(fields).flatMap(([field, asked]) => {
    try {
      const value = field === 'datePublished' ? date(asked.text, profile) : short(asked.text);
      return [[field, { value, line: lineOf(asked, lines) }] as const];
    } catch (cause) {
      if (!(cause instanceof Unusable)) throw cause;
      faults.push({ path: ['fields', field], message: cause.message });
      return [];
    }
  });
  if (faults.length > 0) throw refusal(faults);
  return Object.fromEntries(given);
}
