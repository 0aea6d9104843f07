import type { DateOrder } from '../../profile';
import type { Figures, WrittenDate } from './written-date';

/** Which of the first two figures of a date is the day, by the separator between them. */
export type DateOrders = ReadonlyMap<Figures['separator'], DateOrder>;

const MONTHS = 12;

/** Points say "day first" wherever they are used; few pages of a site that does otherwise could as well be slips. */
const FEWEST_AGAINST_POINTS = 3;

/** Of pages that contradict each other, so many must agree for each that does not. */
const CLEAR_MAJORITY = 10;

const isWeekday = (year: number, month: number, day: number, weekday: number) =>
  (new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7) === weekday;

/** The order that a date tells by itself: a figure above twelve is no month, and a weekday beside it fits only one reading. */
function orderOf({ year, figures }: WrittenDate): DateOrder | null {
  if (figures === null) return null;
  const { first, second, weekday } = figures;
  if (first > MONTHS || second > MONTHS) return first > MONTHS && second > MONTHS ? null : first > MONTHS ? 'day-first' : 'month-first';
  if (weekday === null || first === second) return null;
  const [asDay, asMonth] = [isWeekday(year, second, first, weekday), isWeekday(year, first, second, weekday)];
  return asDay === asMonth ? null : asDay ? 'day-first' : 'month-first';
}

/** Learns the order of a site's dates from those of some of its pages that tell it. */
export function learnDateOrders(dates: readonly WrittenDate[]): DateOrders {
  const orders = new Map<Figures['separator'], DateOrder>();
  for (const separator of ['.', '/', '-'] as const) {
    const alike = dates.filter(({ figures }) => figures?.separator === separator).map(orderOf);
    const dayFirst = alike.filter((order) => order === 'day-first').length;
    const monthFirst = alike.filter((order) => order === 'month-first').length;
    const fewest = separator === '.' ? FEWEST_AGAINST_POINTS : 1;
    if (dayFirst > 0 && dayFirst >= CLEAR_MAJORITY * monthFirst) orders.set(separator, 'day-first');
    if (monthFirst >= fewest && monthFirst >= CLEAR_MAJORITY * dayFirst) orders.set(separator, 'month-first');
  }
  return orders;
}

/** A date with its day and month in their places, and whether nothing told which is which. */
export interface OrderedDate {
  readonly date: WrittenDate;
  readonly isUnclear: boolean;
}

/**
 * Puts day and month of a date in figures into their places: as somebody has said, as the date itself tells, as the site's other pages
 * tell, or else the day first.
 *
 * @param said the order that the profile names.
 */
export function inOrder(date: WrittenDate, said: DateOrder | undefined, learnt: DateOrders): OrderedDate {
  const { figures } = date;
  if (figures === null) return { date, isUnclear: false };
  const { first, second, separator } = figures;
  const own = orderOf(date);
  const known = said ?? learnt.get(separator) ?? (separator === '.' ? 'day-first' : undefined);
  // One figure above twelve settles it, but for points: there a thirteenth month is a slip rather than another order.
  const order = own !== null && (separator !== '.' || known === undefined) ? own : known;
  const isUnclear = order === undefined && first !== second && first <= MONTHS && second <= MONTHS;
  return { date: order === 'month-first' ? { ...date, day: second, month: first } : date, isUnclear };
}
