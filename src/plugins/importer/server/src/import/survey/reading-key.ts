import { fingerprint } from '../plan/fingerprint';
import type { SiteProfile } from '../profile';
import { ENOUGH_PAGES, type LearntSite } from './learn-site';

/**
 * A fingerprint of what is known about a site, which decides besides its bytes what is recognised in a page: the profile, and
 * what was learnt. Which version of the importer has read a page is not in it: the ledger keeps that apart, so that what an older one
 * has read is read again when it is asked for, and not before.
 */
export function readingKey(profile: SiteProfile, { slogans, headings, numberedRubrics, dateOrders, pages }: LearntSite): string {
  return fingerprint({
    profile,
    slogans: [...slogans].sort(),
    headings: [...headings].sort(([a], [b]) => (a < b ? -1 : 1)),
    isWellKnown: pages >= ENOUGH_PAGES,
    // Most sites have neither, and keep the key that they have had before these were looked for.
    ...(numberedRubrics.size === 0 ? {} : { numberedRubrics: [...numberedRubrics].sort() }),
    ...([...dateOrders.values()].includes('month-first') ? { dateOrders: [...dateOrders].sort() } : {}),
  });
}
