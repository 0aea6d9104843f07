import type { Core } from '@strapi/strapi';
import { dialectOf, inTransaction } from '../in-transaction';
import { WINDOWS, WINDOWS_LOCK } from './most-read';

const DAY = 86_400_000;

/** Days of UTC since 1970. */
export const dayOf = (time: number): number => Math.floor(time / DAY);

/**
 * Moves the spans of `most_read` on to a day: takes out of each what was read on the days that have left it. Days that are in
 * no span any more are forgotten. It costs as much as was read on those days, and nothing where the spans stand there already.
 */
export async function moveWindows(strapi: Core.Strapi, today: number): Promise<void> {
  await inTransaction(strapi, async (run) => {
    if (dialectOf(strapi) === 'postgres') await run(`select pg_advisory_xact_lock(${WINDOWS_LOCK})`);
    const behind = await run(`select days, as_of from most_read_windows where as_of < ${today}`);
    for (const window of behind) {
      const days = Number(window['days']);
      const left = `d.day > ${Number(window['as_of']) - days} and d.day <= ${today - days}`;
      await run(
        `update most_read set views = views - (select sum(d.views) from views_by_day d where d.article = most_read.document_id and ${left})
          where days = ${days} and document_id in (select d.article from views_by_day d where ${left})`,
      );
      await run(`delete from most_read where days = ${days} and views <= 0`);
      await run(`update most_read_windows set as_of = ${today} where days = ${days}`);
    }
    if (behind.length > 0) await run(`delete from views_by_day where day <= ${today - Math.max(...WINDOWS)}`);
  });
}
