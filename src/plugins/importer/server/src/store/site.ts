import type { Core } from '@strapi/strapi';
import { rowsOf } from '../database/rows';
import { fingerprint } from '../import/plan/fingerprint';
import type { PartnerData, SiteTexts } from '../import/site/site-data';
import type { SiteWriter } from '../import/store';
import { because } from '../messages/reasons';
import type { ChunkParts } from './chunk/chunk-writing';
import type { RunEntry } from './entries';
import type { Lease } from './lease/lease';
import type { Ledger, NewItem } from './ledger';
import { PARTNER, SITE } from './uids';
import { uploadPicture } from './upload-picture';
import { writeTransaction } from './write-transaction';

/** What the ledger calls things that are no pages. */
const siteItem = (locale: string) => `@site/${locale}`;
const partnerItem = (name: string) => `@partner/${name}`;

const withoutText = (value: unknown) => value === null || value === undefined || value === '';

/** The highest number that the column of the order holds. */
const LAST_PLACE = 2 ** 31 - 1;

/** Puts partners behind those that stand already, which editors have put in order. Where there are none, their own order counts. */
async function placedLast(strapi: Core.Strapi, partners: readonly PartnerData[]): Promise<PartnerData[]> {
  const rows = rowsOf<{ order: number | null }>(strapi, PARTNER);
  const [last] = await rows.findMany({ select: ['order'], where: { order: { $notNull: true } }, orderBy: { order: 'desc' }, limit: 1 });
  if (last === undefined && (await rows.count({})) === 0) return [...partners];
  const inOrder = partners.toSorted((one, other) => (one.order ?? 0) - (other.order ?? 0));
  return inOrder.map((partner, index) => ({ ...partner, order: Math.min(Math.max(last?.order ?? 0, 0) + index + 1, LAST_PLACE) }));
}

type SiteReader = Pick<SiteWriter, 'missingSiteTexts' | 'missingPartners'>;

/** What the site and its partners lack. The ledger remembers what was filled, so that what an editor empties stays empty. */
export function createSiteReader(strapi: Core.Strapi, ledger: Ledger): SiteReader {
  return {
    async missingSiteTexts(locale, texts) {
      const current = await strapi.documents(SITE).findFirst({ locale });
      const [item] = await ledger.ofPages([siteItem(locale)]);
      const missing = Object.entries(texts).filter(([name]) => {
        const value: unknown = current?.[name as keyof SiteTexts];
        return withoutText(value) && item?.written[name] === undefined;
      });
      return Object.fromEntries(missing);
    },

    async missingPartners(partners) {
      const names = partners.map(({ name }) => name);
      if (names.length === 0) return [];
      const standing = await rowsOf<{ name: string }>(strapi, PARTNER).findMany({ where: { name: { $in: names } } });
      const made = await ledger.ofPages(names.map(partnerItem));
      const known = new Set([...standing.map(({ name }) => partnerItem(name)), ...made.map(({ page }) => page)]);
      return placedLast(
        strapi,
        partners.filter(({ name }) => !known.has(partnerItem(name))),
      );
    },
  };
}

/** Fingerprints of what an editor can change in a partner. */
export const partnerPrints = (partner: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(['name', 'url', 'order', 'active', 'logo'].map((name) => [name, fingerprint(partner[name] ?? null)]));

const NO_STORY = {
  ...{ storyKey: '', contentHash: '', pageHash: null, reading: null, standing: null, problems: [], sketch: null },
  ...{ published: true, status: 'imported' as const },
};

const NOTHING_WRONG = { conflicts: [], problems: [] };

/** What a run keeps of texts that it filled in, or would. */
export const siteEntry = (locale: string, texts: SiteTexts, documentId: string | null): RunEntry => ({
  ...{ page: siteItem(locale), path: siteItem(locale), action: 'site', reasons: [because('site', {})], title: null },
  ...{ targetId: documentId, targetLocale: locale, before: { fields: texts }, ...NOTHING_WRONG },
});

/** What a run keeps of a partner that it added, or would. */
export const partnerEntry = (name: string, documentId: string | null, picture: number | null = null): RunEntry => ({
  ...{ page: partnerItem(name), path: partnerItem(name), action: 'partner', reasons: [because('partner', {})], title: name },
  ...{ targetId: documentId, targetLocale: '', before: picture === null ? null : { picture }, ...NOTHING_WRONG },
});

/** Writes what the site lacks, each thing with the ledger's and the run's note of it. */
export function createSiteWriter({ strapi, ledger, entries }: ChunkParts, lease: Lease, run: () => number): SiteWriter {
  const note = async (entry: RunEntry, written: NewItem['written']) => {
    const { page, targetId, targetLocale } = entry;
    const target = { targetId: targetId ?? '', targetLocale: targetLocale ?? '' };
    await ledger.record([{ page, ...target, written, ...NO_STORY, run: run() }]);
    await entries.add(run(), [entry]);
  };

  return {
    ...createSiteReader(strapi, ledger),

    async fillSite(locale, texts) {
      const filled = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, fingerprint(text)]));
      await writeTransaction(strapi, lease, async () => {
        const [item] = await ledger.ofPages([siteItem(locale)]);
        const standing = await rowsOf<{ documentId: string }>(strapi, SITE).findOne({ select: ['documentId'] });
        const documentId = standing?.documentId ?? (await strapi.documents(SITE).create({ data: texts, locale })).documentId;
        if (standing) await strapi.documents(SITE).update({ documentId, locale, data: texts });
        await note(siteEntry(locale, texts, documentId), { ...item?.written, ...filled });
      });
    },

    async addPartner({ name, url, order = 0, active = true }: PartnerData, logo) {
      await writeTransaction(strapi, lease, async () => {
        const file = logo === null ? null : await uploadPicture(strapi, logo);
        const data = { name, order, active, ...(url === undefined ? {} : { url }), ...(file === null ? {} : { logo: file }) };
        const { documentId } = await strapi.documents(PARTNER).create({ data });
        // An application may make a logo of the picture.
        const partners = rowsOf<{ logo: { id: number } | null }>(strapi, PARTNER);
        const made = await partners.findOne({ where: { documentId }, populate: { logo: { select: ['id'] } } });
        await note(partnerEntry(name, documentId, file), partnerPrints({ ...data, logo: made?.logo?.id ?? null }));
      });
    },
  };
}
