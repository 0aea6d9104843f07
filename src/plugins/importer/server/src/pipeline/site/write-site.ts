import type { Problem } from '../problem';
import { report } from '../recognise/report-problem';
import type { SiteWriter } from '../store';
import type { PartnerData, SiteTexts } from './site-data';

/** Where what is found about a site goes. In a rehearsal the writer writes nothing. */
export interface SiteDestination {
  readonly writer: SiteWriter;
  readonly onProblem: (problem: Problem) => void;
}

/** Fills the texts of a site that are missing. */
export async function fillSiteTexts(locale: string, texts: SiteTexts, { writer }: SiteDestination): Promise<void> {
  const missing = await writer.missingSiteTexts(locale, texts);
  if (Object.keys(missing).length > 0) await writer.fillSite(locale, missing);
}

/**
 * Adds the partners that are missing. One that can't be written is a problem of `place`.
 *
 * @param logoOf finds the file of a partner's logo; null where there is none.
 */
export async function addPartners(
  partners: readonly PartnerData[],
  logoOf: (partner: PartnerData) => Promise<string | null>,
  { writer, onProblem, place }: SiteDestination & { readonly place: string },
): Promise<void> {
  const once = new Map(partners.map((partner) => [partner.name, partner]));
  for (const partner of await writer.missingPartners([...once.values()])) {
    try {
      await writer.addPartner(partner, await logoOf(partner));
    } catch (cause) {
      const found = `the partner ${partner.name}: ${cause instanceof Error ? cause.message : String(cause)}`;
      onProblem({ ...report.error('site-data-invalid', undefined, found, 'a partner that Strapi accepts'), page: place });
    }
  }
}
