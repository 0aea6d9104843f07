import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { SiteProfile } from '../profile';
import { report } from '../report-problem';
import type { FoundSiteData } from '../source/found';
import { readPicture } from './picture';
import { type PartnerData, type SiteData, siteData } from './site-data';
import { addPartners, fillSiteTexts, type SiteDestination } from './write-site';

const explain = (cause: unknown) =>
  cause instanceof z.ZodError ? z.prettifyError(cause).replaceAll('\n', ' ') : cause instanceof Error ? cause.message : String(cause);

type Complain = (found: string, expected: string) => void;

const KNOWN = 'site data as the README describes it';

/** The data of a file; undefined, with a problem, when it can't be used. A byte order mark is no fault. */
async function readSiteData(file: string, locales: readonly string[], complain: Complain): Promise<SiteData | undefined> {
  try {
    const text = await readFile(file, 'utf8');
    const data = siteData.parse(JSON.parse(text.replace(/^\uFEFF/u, '')));
    const others = Object.keys(data.site).filter((locale) => !locales.includes(locale));
    if (others.length === 0) return data;
    complain(`texts in ${others.map((locale) => `"${locale}"`).join(', ')}`, `languages of the site: ${locales.join(', ')}`);
  } catch (cause) {
    complain(explain(cause), KNOWN);
  }
  return undefined;
}

/** Reads site data and puts what is missing into the site. A file or logo that can't be used becomes a problem. */
export async function importSiteData(found: FoundSiteData, profile: SiteProfile, to: SiteDestination): Promise<void> {
  const complain: Complain = (what, expected) =>
    to.onProblem({ ...report.error('site-data-invalid', undefined, what, expected), page: found.path });

  await found.use(async (file) => {
    const locales = profile.locales.filter((code) => profile.missingLocales?.includes(code) !== true);
    const data = await readSiteData(file, locales, complain);
    if (data === undefined) return;

    const logoOf = async ({ name, logo }: PartnerData) => {
      if (logo === undefined) return null;
      return readPicture(path.dirname(file), logo).catch((cause: unknown) => {
        complain(`the logo of ${name}: ${explain(cause)}`, 'a picture below the folder of the site data');
        return null;
      });
    };
    for (const [locale, texts] of Object.entries(data.site)) await fillSiteTexts(locale, texts, { ...to, place: found.path });
    await addPartners(data.partners, logoOf, { ...to, place: found.path });
  });
}
