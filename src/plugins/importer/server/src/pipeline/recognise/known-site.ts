import type { SiteProfile, TailSection } from '../profile';
import type { LearntSite } from './page-text/learn-site';

/** All that decides, besides its bytes, what is recognised in a page. Plain JSON: a run keeps it, so that a page can be read so again. */
export interface KnownSite {
  readonly profile: SiteProfile;
  readonly slogans: readonly string[];
  readonly headings: readonly (readonly [string, TailSection])[];
  readonly pages: number;
}

export const knownSite = (profile: SiteProfile, { slogans, headings, pages }: LearntSite): KnownSite => ({
  ...{ profile, slogans: [...slogans], headings: [...headings], pages },
});

/** What had been learnt of a site, as recognition takes it. */
export const learntOf = ({ slogans, headings, pages }: KnownSite): LearntSite => ({
  ...{ slogans: new Set(slogans), headings: new Map(headings), pages },
});
