import { lineKey } from '../recognise/folding';
import type { SiteProfile } from '../profile';
import type { Story } from '../story';
import { addPartners, fillSiteTexts, type SiteDestination } from './write-site';

const TEXTS = ['slogan', 'partnersHeading', 'feedHeading', 'previousHeading'] as const;

/** Counts what stands around the stories while a run goes on. */
export interface SiteObserver {
  observe(story: Story): void;
  /** Puts what most pages agree on into the site, wherever it holds nothing yet. */
  importInto(to: SiteDestination): Promise<void>;
}

/** A text that one page has and hundreds don't have is no text of the site. */
const SMALLEST_SHARE = 0.1;

function mostCommon(counts: ReadonlyMap<string, number>, pages: number): string | undefined {
  const [top] = [...counts].sort(([, a], [, b]) => b - a);
  return top !== undefined && top[1] >= pages * SMALLEST_SHARE ? top[0] : undefined;
}

interface Observed {
  pages: number;
  readonly texts: Record<(typeof TEXTS)[number], Map<string, number>>;
}

const nothing = (): Observed => ({
  pages: 0,
  texts: { slogan: new Map(), partnersHeading: new Map(), feedHeading: new Map(), previousHeading: new Map() },
});

export function createSiteObserver(profile: SiteProfile): SiteObserver {
  const locales = new Map<string, Observed>();
  const partners = new Map<string, string>();

  return {
    observe({ locale, site, title }) {
      if (title === null) return;
      const observed = locales.get(locale) ?? nothing();
      locales.set(locale, observed);
      observed.pages += 1;
      for (const name of TEXTS) {
        const text = site[name];
        if (text !== null) observed.texts[name].set(text, (observed.texts[name].get(text) ?? 0) + 1);
      }
      for (const name of site.partners) if (!partners.has(lineKey(name))) partners.set(lineKey(name), name);
    },

    async importInto(to) {
      for (const [locale, { pages, texts }] of locales) {
        const agreed = TEXTS.flatMap((name) => {
          const text = mostCommon(texts[name], pages);
          return text === undefined ? [] : [[name, text] as const];
        });
        await fillSiteTexts(locale, { ...Object.fromEntries(agreed), timeZone: profile.timeZone }, to);
      }
      const found = [...partners.values()].map((name, index) => ({ name, order: index + 1 }));
      await addPartners(found, () => Promise.resolve(null), { ...to, place: 'partners named on the pages' });
    },
  };
}
