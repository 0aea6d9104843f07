import { slugOf } from '../../slugs/make-slug';
import type { SiteProfile } from '../profile';
import type { WholeStory } from '../story';
import { contentHash, fingerprint, fingerprintOfJson, storyKey } from './fingerprint';

/** Fingerprints of a story, all that the ledger keeps of it, and what else takes long to make of it. Made where pages are
 * recognised, away from the writing. */
export interface StoryPrints {
  /** The slug that the headline asks for; empty where it has neither letter nor digit. */
  readonly slug: string;
  readonly storyKey: string;
  readonly contentHash: string;
  /** Of each field that is not empty, but for category, tags and authors, which are known by their documents. */
  readonly fields: Readonly<Record<string, string>>;
}

/** @param articles what articles hold of a story: of other fields there are no fingerprints. */
export function describeStory(story: WholeStory, articles?: SiteProfile['articles']): StoryPrints {
  const { title, lead, body, datePublished, dateModified, byline, originalUrl, slug } = story;
  const text = fingerprintOfJson(body);
  const key = storyKey(story, text);
  const fields: Record<string, string> = {
    title: fingerprint(title),
    lead: fingerprint(lead),
    body: text,
    datePublished: fingerprint(datePublished),
    ...(dateModified === null ? {} : { dateModified: fingerprint(dateModified) }),
    ...(byline === null ? {} : { byline: fingerprint(byline) }),
    ...(originalUrl === null ? {} : { originalUrl: fingerprint(originalUrl) }),
  };
  for (const field of articles?.unheld ?? []) Reflect.deleteProperty(fields, field);
  return { slug: slugOf(slug ?? title, ''), storyKey: key, contentHash: contentHash(story, key), fields };
}
