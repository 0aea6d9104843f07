import type { Page } from '../page';
import type { SiteProfile } from '../profile';
import { dateWordsOf } from './dates/date-words';
import { type LearntSite, learnSite } from './page-text/learn-site';
import { pageLinesOf } from './page-lines';

/**
 * Learns from some pages of a site what they have in common. What was learnt is plain data: it can be sent to another thread.
 *
 * @param sample pages from all over the archive; none teach nothing but what the profile says.
 */
export function learnFrom(sample: readonly Page[], profile: SiteProfile): LearntSite {
  const pages = sample.map(({ bytes }) => pageLinesOf(bytes, profile).lines);
  return learnSite(pages, profile, dateWordsOf(profile));
}
