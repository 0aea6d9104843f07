import type { Problem } from '../problem';
import { report } from '../report-problem';
import type { SiteWriter } from '../store';
import { LONGEST_TEXT, type PartnerData, type SiteTexts } from './site-data';

/** Where what is found about a site goes. In a rehearsal the writer writes nothing. */
export interface SiteDestination {
  readonly writer: SiteWriter;
  readonly onProblem: (problem: Problem) => void;
}

/** Where a text that is too long is reported. */
type Destination = SiteDestination & { readonly place: string };

/** Whether a text fits its column. One that does not is reported, and left out. */
function fits(name: string, text: string | undefined, { onProblem, place }: Destination): boolean {
  if (text === undefined || text.length <= LONGEST_TEXT) return true;
  const expected = `a ${name} of at most ${LONGEST_TEXT} characters`;
  onProblem({ ...report.warning('site-text-too-long', undefined, `the ${name} ${text}`, expected), page: place });
  return false;
}

/** Fills the texts of a site that are missing. One that is too long for its column is a problem of `place`. */
export async function fillSiteTexts(locale: string, texts: SiteTexts, to: Destination): Promise<void> {
  const { writer } = to;
  const fitting = Object.fromEntries(Object.entries(texts).filter(([name, text]) => fits(name, text, to)));
  const missing = await writer.missingSiteTexts(locale, fitting);
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
  to: Destination,
): Promise<void> {
  const { writer, onProblem, place } = to;
  const fitting = partners.filter(({ name, url }) => fits("partner's name", name, to) && fits("partner's address", url, to));
  const once = new Map(fitting.map((partner) => [partner.name, partner]));
  for (const partner of await writer.missingPartners([...once.values()])) {
    try {
      await writer.addPartner(partner, await logoOf(partner));
    } catch (cause) {
      const found = `the partner ${partner.name}: ${cause instanceof Error ? cause.message : String(cause)}`;
      onProblem({ ...report.error('site-data-invalid', undefined, found, 'a partner that Strapi accepts'), page: place });
    }
  }
}
