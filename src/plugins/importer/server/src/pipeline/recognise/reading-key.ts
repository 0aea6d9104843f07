import { fingerprint } from '../plan/fingerprint';
import type { SiteProfile } from '../profile';
import { ENOUGH_PAGES, type LearntSite } from './page-text/learn-site';

/** To be raised with every change of what is recognised in a page, so that pages which were read before are read again. */
const EDITION = 1;

/**
 * A fingerprint of all that decides, besides its bytes, what is recognised in a page. Pages with the same bytes and the same
 * key hold the same story, however often they are read: it is the profile, what was learnt, and the runtime's data about
 * languages and time zones. Cheap: it needs no recogniser.
 */
export function readingKey(profile: SiteProfile, { slogans, headings, pages }: LearntSite): string {
  const { icu, unicode, tz } = process.versions;
  return fingerprint({
    edition: EDITION,
    runtime: { icu, unicode, tz },
    profile,
    slogans: [...slogans].sort(),
    headings: [...headings].sort(([a], [b]) => (a < b ? -1 : 1)),
    isWellKnown: pages >= ENOUGH_PAGES,
  });
}
