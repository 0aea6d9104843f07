import { IANAZone } from 'luxon';
import { type Moment, momentOf } from './moment';
import type { WrittenDate } from './written-date';

/** The clocks of a site. */
export interface Clock {
  /** IANA name of the zone that they show. */
  readonly timeZone: string;
  /** As `momentOf` tells it. Null for a date or time that does not exist. */
  momentOf(date: WrittenDate): Moment | null;
  /** Whether a moment, in ISO 8601, is yet to come. */
  isAhead(iso: string): boolean;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Offsets are whole minutes in these years, and no zone changes its own twice within four days. */
const FIRST_YEAR = 1970;
const LAST_YEAR = 2069;

/** So many days are kept in mind: a century. */
const MOST_DAYS = 40_000;

/** The offset of a zone, in minutes ahead of UTC, all through a day and its neighbours; null where clocks are put or there is no such day. */
function steadyOffset(zone: IANAZone, { year, month, day }: WrittenDate): number | null {
  const start = new Date(Date.UTC(year, month - 1, day));
  if (year < FIRST_YEAR || year > LAST_YEAR || start.getUTCMonth() !== month - 1 || start.getUTCDate() !== day) return null;
  const [before, after] = [zone.offset(start.getTime() - DAY_MS), zone.offset(start.getTime() + 2 * DAY_MS)];
  return before === after && Number.isInteger(before) ? before : null;
}

/**
 * Makes the clock of a zone. It keeps in mind on which days no clocks are put: there a time is reckoned, which takes a
 * hundredth of what asking the zone's rules takes.
 *
 * @param now tells the present moment, in milliseconds since 1970.
 */
export function createClock(timeZone: string, now: () => number = Date.now): Clock {
  const zone = IANAZone.create(timeZone);
  const offsets = new Map<number, number | null>();

  const offsetOn = (date: WrittenDate): number | null => {
    const key = (date.year * 100 + date.month) * 100 + date.day;
    const known = offsets.get(key);
    if (known !== undefined) return known;
    const offset = steadyOffset(zone, date);
    if (offsets.size < MOST_DAYS) offsets.set(key, offset);
    return offset;
  };

  return {
    timeZone,
    momentOf(date) {
      const [hour, minute, second] = date.time ?? [0, 0, 0];
      const exists = hour < 24 && minute < 60 && second < 60;
      const offset = date.zone === null && exists ? offsetOn(date) : null;
      if (offset === null) return momentOf(date, timeZone);
      const local = Date.UTC(date.year, date.month - 1, date.day, hour, minute, second);
      return { iso: new Date(local - offset * MINUTE_MS).toISOString(), skipped: false };
    },
    isAhead: (iso) => Date.parse(iso) > now(),
  };
}
