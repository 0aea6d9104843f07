import { DateTime } from 'luxon';
import type { WrittenDate } from './written-date';

/** A moment in UTC, and whether its local time was skipped because the clocks went forward. */
export interface Moment {
  readonly iso: string;
  readonly skipped: boolean;
}

const LAST_HOUR = 23;

/** The earlier of the two moments at which the clocks showed a time, where they were put back over it. */
function earliest(moment: DateTime): DateTime {
  return DateTime.min(...moment.getPossibleOffsets()) ?? moment;
}

/**
 * The moment that a written date means. Without a time it is the start of that day. A local time that the clocks
 * skipped means as much after the change; one that they showed twice means the first.
 *
 * @param timeZone IANA name. A date that tells its own zone does not need it.
 * @returns null for a date or time that does not exist.
 */
export function momentOf(date: WrittenDate, timeZone: string): Moment | null {
  const { year, month, day, time } = date;
  const zone = date.zone ?? timeZone;
  const midnight = DateTime.fromObject({ year, month, day }, { zone });
  if (!midnight.isValid) return null;
  if (time === null) return { iso: earliest(midnight.startOf('day')).toJSDate().toISOString(), skipped: false };

  const [hour, minute, second] = time;
  if (hour > LAST_HOUR) return null;
  const moment = DateTime.fromObject({ year, month, day, hour, minute, second }, { zone });
  if (!moment.isValid) return null;
  const skipped = moment.hour !== hour || moment.minute !== minute;
  return { iso: (skipped ? moment : earliest(moment)).toJSDate().toISOString(), skipped };
}
