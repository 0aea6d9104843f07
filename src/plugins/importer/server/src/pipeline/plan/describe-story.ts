import type { WholeStory } from '../story';
import { contentHash, fingerprint, fingerprintInOrder, storyKey } from './fingerprint';
import { storyValues } from './story-fields';

/** Fingerprints of a story: all that the ledger keeps of it. Made where pages are recognised, away from the writing. */
export interface StoryPrints {
  readonly storyKey: string;
  readonly contentHash: string;
  /** Of each field but the rubric, which is known by its document. */
  readonly fields: Readonly<Record<string, string>>;
}

export function describeStory(story: WholeStory): StoryPrints {
  const { title, lead, body, datePublished } = storyValues(story);
  const key = storyKey(story);
  return {
    storyKey: key,
    contentHash: contentHash(story, key),
    fields: {
      title: fingerprint(title),
      lead: fingerprint(lead),
      body: fingerprintInOrder(body),
      datePublished: fingerprint(datePublished),
    },
  };
}
