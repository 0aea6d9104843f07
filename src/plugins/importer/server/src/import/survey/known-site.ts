import type { DateOrder, SiteProfile, TailSection } from '../profile';
import type { Figures } from '../recognise/dates/written-date';
import type { LearntSite } from './learn-site';

/** All that decides, besides its bytes, what is recognised in a page. Plain JSON: a run keeps it, so that a page can be read so again. */
export interface KnownSite {
  readonly profile: SiteProfile;
  readonly slogans: readonly string[];
  readonly headings: readonly (readonly [string, TailSection])[];
  /** Left out where there are none, as earlier runs have it. */
  readonly numberedRubrics?: readonly string[];
  readonly dateOrders?: readonly (readonly [Figures['separator'], DateOrder])[];
  readonly pages: number;
}

export const knownSite = (profile: SiteProfile, { slogans, headings, numberedRubrics, dateOrders, pages }: LearntSite): KnownSite => ({
  ...{ profile, slogans: [...slogans], headings: [...headings], pages },
  ...(numberedRubrics.size === 0 ? {} : { numberedRubrics: [...numberedRubrics] }),
  ...(dateOrders.size === 0 ? {} : { dateOrders: [...dateOrders] }),
});

/** What had been learnt of a site, as recognition takes it. */
export const learntOf = ({ slogans, headings, numberedRubrics = [], dateOrders = [], pages }: KnownSite): LearntSite => ({
  ...{ slogans: new Set(slogans), headings: new Map(headings), pages },
  ...{ numberedRubrics: new Set(numberedRubrics), dateOrders: new Map(dateOrders) },
});
