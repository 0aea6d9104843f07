import type { CorrectedField } from '../../../../shared/contracts/pages';
import type { GivenFields, GivenLine } from '../../import/correction';
import { createClock } from '../../import/recognise/dates/clock';
import { dateWordsOf } from '../../import/recognise/dates/date-words';
import { readDate } from '../../import/recognise/dates/read-date';
import { saysOnly } from '../../import/recognise/given/apply-rules';
import { type KnownSite, learntOf } from '../../import/survey/known-site';
import type { Fact, Line } from '../../import/read/document';
import { tidyText } from '../../import/read/tidy-text';
import { type FaultOfField, refusal } from '../checked';
import type { CorrectionAsked } from './orders';
import { message, MessageError } from '../../messages/message';

type FieldAsked = NonNullable<CorrectionAsked['fields'][CorrectedField]>;

/** What the columns of headlines and categories hold. */
const LONGEST = 255;

/** Why a field can't be given so. */
class Unusable extends MessageError {}

function short(text: string): string {
  const value = tidyText(text);
  if (value === '') throw new Unusable(message('field-empty', {}));
  if (value.length > LONGEST) throw new Unusable(message('field-too-long', { most: LONGEST, length: value.length }));
  return value;
}

function date(text: string, site: KnownSite): string {
  const { profile } = site;
  const [clock, words] = [createClock(profile.timeZone), dateWordsOf(profile)];
  const value = readDate(tidyText(text), { clock, words, dateOrder: profile.dateOrder, learnt: learntOf(site) });
  if (value === null) throw new Unusable(message('date-unreadable', { text: tidyText(text) }));
  return value;
}

/** What was read of the page. */
interface ReadLines {
  readonly lines: readonly Line[];
  readonly facts: readonly Fact[];
}

function lineOf({ selection }: FieldAsked, { lines, facts }: ReadLines): GivenLine | null {
  if (selection === null) return null;
  const { start, end } = selection;
  const places = [...facts.map(({ place, value }) => ({ number: place, text: value })), ...lines];
  const line = places.find(({ number }) => number === selection.line);
  if (line === undefined) throw new Unusable(message('line-unknown', { line: selection.line }));
  if (start >= end || end > line.text.length) throw new Unusable(message('selection-outside', { line: selection.line }));
  return { number: line.number, text: line.text, isWhole: saysOnly(line.text, start, end) };
}

/**
 * What a person gives a page, as it is kept.
 *
 * @throws ValidationError naming every field that can't be taken.
 */
export function givenFields(fields: CorrectionAsked['fields'], read: ReadLines, site: KnownSite): GivenFields {
  const faults: FaultOfField[] = [];
  const given = Object.entries(fields).flatMap(([field, asked]) => {
    try {
      const value = field === 'datePublished' ? date(asked.text, site) : short(asked.text);
      return [[field, { value, line: lineOf(asked, read) }] as const];
    } catch (cause) {
      if (!(cause instanceof Unusable)) throw cause;
      faults.push({ path: ['fields', field], message: cause.forPeople });
      return [];
    }
  });
  if (faults.length > 0) throw refusal(faults);
  return Object.fromEntries(given);
}
