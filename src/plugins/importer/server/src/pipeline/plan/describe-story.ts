import type { WholeStory } from '../story';
import { contentHash, fingerprint, storyKey } from './fingerprint';
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
  const fields = { title, lead, body, datePublished };
  return {
    storyKey: storyKey(story),
    contentHash: contentHash(story),
    fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, fingerprint(value)])),
  };
}
