import type { Core } from '@strapi/strapi';
import { inTransaction } from '../in-transaction';
import { LONGEST_WINDOW } from './most-read';

const DAY = 86_400_000;

/** Days of UTC since 1970. */
export const dayOf = (time: number): number => Math.floor(time / DAY);

/**
 * Moves the spans of `most_read` on to a day: what was read on the days that leave a span is to be ranked anew. Days that are in
 * no span any more are forgotten. It does nothing where the spans stand there already.
 */
export async function moveWindows(strapi: Core.Strapi, today: number): Promise<void> {
  await inTransaction(strapi, async (run) => {
    const behind = await run(`select days, as_of from most_read_windows where as_of < ${today}`);
    for (const window of behind) {
      const days = Number(window['days']);
      await run(
        `insert into most_read_queue (document_id) select distinct article from views_by_day
          where day > ${Number(window['as_of']) - days} and day <= ${today - days}`,
      );
      await run(`update most_read_windows set as_of = ${today} where days = ${days}`);
    }
    if (behind.length > 0) await run(`delete from views_by_day where day <= ${today - LONGEST_WINDOW}`);
  });
}
