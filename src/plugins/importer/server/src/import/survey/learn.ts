import type { Page } from '../page';
import type { SiteProfile } from '../profile';
import { dateWordsOf } from '../recognise/dates/date-words';
import { type LearntSite, learnSite, type Sample, sampleOf } from './learn-site';
import { readDocument } from '../read/read-document';

/** Learns from pages, one after the other. */
interface Learner {
  lookAt(page: Page): void;
  /** What the pages have in common. Plain data: it can be sent to another thread. */
  learnt(): LearntSite;
}

export function createLearner(profile: SiteProfile): Learner {
  const words = dateWordsOf(profile);
  const samples: Sample[] = [];
  return {
    lookAt({ name, bytes }) {
      const sample = sampleOf(readDocument(bytes, { name, encodings: profile.encodings }).lines, words);
      if (sample !== null) samples.push(sample);
    },
    learnt: () => learnSite(samples, profile),
  };
}

/**
 * Learns from some pages of a site what they have in common.
 *
 * @param sample pages from all over the archive; none teach nothing but what the profile says.
 */
export function learnFrom(sample: readonly Page[], profile: SiteProfile): LearntSite {
  const learner = createLearner(profile);
  for (const page of sample) learner.lookAt(page);
  return learner.learnt();
}
