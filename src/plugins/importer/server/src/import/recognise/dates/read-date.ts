import type { DateOrder } from '../../profile';
import type { Clock } from './clock';
import { type DateOrders, inOrder } from './date-order';
import type { DateWords } from './date-words';
import { findWrittenDate } from './written-date';

/** How a site tells its dates. */
interface DateReading {
  readonly clock: Clock;
  readonly words: DateWords;
  readonly dateOrder: DateOrder | undefined;
  readonly learnt: { readonly dateOrders: DateOrders };
}

/** The moment that a text tells, in ISO 8601 and UTC; null where it tells none that exists. ISO 8601 is read like any other way to write it. */
export function readDate(text: string, { clock, words, dateOrder, learnt }: DateReading): string | null {
  const written = findWrittenDate(text, words);
  return written === null ? null : (clock.momentOf(inOrder(written, dateOrder, learnt.dateOrders).date)?.iso ?? null);
}
