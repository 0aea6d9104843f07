import { report } from '../recognise/report-problem';
import type { Reporter } from '../report/run-report';
import type { Store } from '../store';
import type { PartnerData, SiteTexts } from './site-data';

/** Where what is found about a site goes. */
export interface SiteDestination {
  readonly store: Store;
  /** Null in a dry run: then nothing is written. */
  readonly run: string | null;
  readonly reporter: Reporter;
}

/** Fills the texts of a site that are missing, and reports each. */
export async function fillSiteTexts(locale: string, texts: SiteTexts, { store, run, reporter }: SiteDestination): Promise<void> {
  const missing = await store.missingSiteTexts(locale, texts);
  for (const [field, value] of Object.entries(missing)) reporter.site({ locale, field, value });
  if (run !== null && Object.keys(missing).length > 0) await store.fillSite(locale, missing, run);
}

/**
 * Adds the partners that are missing, and reports each. One that can't be written is a problem of `place`.
 *
 * @param logoOf finds the file of a partner's logo; null where there is none.
 */
export async function addPartners(
  partners: readonly PartnerData[],
  logoOf: (partner: PartnerData) => Promise<string | null>,
  { store, run, reporter, place }: SiteDestination & { readonly place: string },
): Promise<void> {
  const once = new Map(partners.map((partner) => [partner.name, partner]));
  for (const partner of await store.missingPartners([...once.values()])) {
    try {
      const logo = await logoOf(partner);
      if (run !== null) await store.addPartner(partner, logo, run);
      reporter.site({ partner: partner.name });
    } catch (cause) {
      const found = `the partner ${partner.name}: ${cause instanceof Error ? cause.message : String(cause)}`;
      reporter.problem({ ...report.error('site-data-invalid', undefined, found, 'a partner that Strapi accepts'), page: place });
    }
  }
}
