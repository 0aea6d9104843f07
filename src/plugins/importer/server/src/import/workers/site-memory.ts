import type { SiteParts } from '../story';

/** So many different surroundings are kept in mind. A site has one for each language and design. */
const MOST_KNOWN = 100;

/** A longer description, in JSON, was misread. */
const LONGEST_KNOWN = 20_000;

/**
 * Makes a function that answers what stands around a story with the first that says just the same. One object for many pages
 * goes to another thread once, and not with each of them.
 */
export function createSiteMemory(): (site: SiteParts) => SiteParts {
  const known = new Map<string, SiteParts>();
  return (site) => {
    const key = JSON.stringify(site);
    const same = known.get(key);
    if (same !== undefined) return same;
    if (key.length > LONGEST_KNOWN) return site;
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, site);
    return site;
  };
}
