import { report } from '../recognise/report-problem';
import type { Reporter } from '../report/run-report';
import type { Store } from '../store';
import type { PartnerData, SiteTexts } from './site-data';

/** Fills the texts of a site that are missing, and reports each. Writes nothing without a run. */
export async function fillSiteTexts(locale: string, texts: SiteTexts, store: Store, run: string | null, reporter: Reporter): Promise<void> {
  const missing = await store.missingSiteTexts(locale, texts);
  for (const [field, value] of Object.entries(missing)) reporter.site({ locale, field, value });
  if (run !== null && Object.keys(missing).length > 0) await store.fillSite(locale, missing, run);
}

/**
 * Adds the partners that are missing, and reports each. Writes nothing without a run.
 *
 * @param logoOf finds the file of a partner's logo; null where there is none.
 * @param place where the partners were found; a partner that can't be written is a problem of that place.
 */
export async function addPartners(
  partners: readonly PartnerData[],
  logoOf: (partner: PartnerData) => Promise<string | null>,
  store: Store,
  run: string | null,
  reporter: Reporter,
  place: string,
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
