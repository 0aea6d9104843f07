import type { Core } from '@strapi/strapi';
import { rowsOf } from '../database/rows';
import { fingerprint } from '../import/plan/fingerprint';
import type { PartnerData, SiteTexts } from '../import/site/site-data';
import type { SiteWriter } from '../import/store';
import { because } from '../messages/reasons';
import type { ChunkParts } from './chunk/chunk-writing';
import type { RunEntry } from './entries';
import type { Lease } from './lease/lease';
import type { NewItem } from './ledger';
import type { PartnerType } from './content-model';
import { uploadPicture } from './upload-picture';
import { writeTransaction } from './write-transaction';

/** What the ledger calls things that are no pages. */
const siteItem = (locale: string) => `@site/${locale}`;
const partnerItem = (name: string) => `@partner/${name}`;

const withoutText = (value: unknown) => value === null || value === undefined || value === '';

/** The highest number that the column of the order holds. */
const LAST_PLACE = 2 ** 31 - 1;

/** Puts partners behind those that stand already, which editors have put in order. Where there are none, their own order counts. */
async function placedLast(strapi: Core.Strapi, type: PartnerType, partners: readonly PartnerData[]): Promise<PartnerData[]> {
  const rows = rowsOf<Record<string, unknown>>(strapi, type.uid);
  const { order: field } = type.fields;
  if (field === null) return [...partners];
  const [last] = await rows.findMany({ select: [field], where: { [field]: { $notNull: true } }, orderBy: { [field]: 'desc' }, limit: 1 });
  if (last === undefined && (await rows.count({})) === 0) return [...partners];
  const inOrder = partners.toSorted((one, other) => (one.order ?? 0) - (other.order ?? 0));
  const place = Math.max(Number(last?.[field] ?? 0), 0);
  return inOrder.map((partner, index) => ({ ...partner, order: Math.min(place + index + 1, LAST_PLACE) }));
}

type SiteParts = Pick<ChunkParts, 'strapi' | 'ledger' | 'content'>;

type SiteReader = Pick<SiteWriter, 'missingSiteTexts' | 'missingPartners'>;

/** The language of the site's texts, as Strapi's documents take it. Articles without a language belong to its first. */
export const inLocale = (locale: string) => (locale === '' ? {} : { locale });

/** What the site and its partners lack. The ledger remembers what was filled, so that what an editor empties stays empty. */
export function createSiteReader({ strapi, ledger, content: { site, partner } }: SiteParts): SiteReader {
  return {
    async missingSiteTexts(locale, texts) {
      if (site === null) return {};
      const standing = await strapi.documents(site.uid).findFirst(inLocale(locale));
      const current = standing && site.fromRow(standing);
      const [item] = await ledger.ofPages([siteItem(locale)]);
      const names = (Object.keys(texts) as (keyof SiteTexts)[]).filter((name) => site.fields[name] !== null);
      const missing = names.filter((name) => withoutText(current?.[name]) && item?.written[name] === undefined);
      return Object.fromEntries(missing.map((name) => [name, texts[name]]));
    },

    async missingPartners(partners) {
      const names = partners.map(({ name }) => name);
      if (partner === null || names.length === 0) return [];
      const where = { [partner.fields.name]: { $in: names } };
      const standing = await rowsOf<Record<string, unknown>>(strapi, partner.uid).findMany({ where });
      const made = await ledger.ofPages(names.map(partnerItem));
      const known = new Set([...standing.map((row) => partnerItem(String(partner.fromRow(row).name))), ...made.map(({ page }) => page)]);
      return placedLast(
        strapi,
        partner,
        partners.filter(({ name }) => !known.has(partnerItem(name))),
      );
    },
  };
}

/** A partner as it stands, with its logo's number; null where it is gone. */
export async function findPartner(strapi: Core.Strapi, type: PartnerType, documentId: string) {
  const [logoField] = type.ownNames(['logo']);
  const populate = logoField === undefined ? {} : { [logoField]: { select: ['id'] } };
  const row = await rowsOf<Record<string, unknown>>(strapi, type.uid).findOne({ where: { documentId }, populate });
  if (row === null) return null;
  const { logo, ...partner } = type.fromRow(row);
  return { ...partner, logo: (logo as { readonly id: number } | null)?.id ?? null };
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
export function createSiteWriter(parts: ChunkParts, lease: Lease, run: () => number): SiteWriter {
  const { strapi, ledger, entries, content } = parts;
  const note = async (entry: RunEntry, written: NewItem['written']) => {
    const { page, targetId, targetLocale } = entry;
    const target = { targetId: targetId ?? '', targetLocale: targetLocale ?? '' };
    await ledger.record([{ page, ...target, written, ...NO_STORY, run: run() }]);
    await entries.add(run(), [entry]);
  };

  return {
    ...createSiteReader(parts),

    async fillSite(locale, texts) {
      const filled = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, fingerprint(text)]));
      await writeTransaction(strapi, lease, async () => {
        const { site } = content;
        if (site === null) return;
        const [item] = await ledger.ofPages([siteItem(locale)]);
        const standing = await rowsOf<{ documentId: string }>(strapi, site.uid).findOne({ select: ['documentId'] });
        const given = { data: site.toData(texts), ...inLocale(locale) };
        const documentId = standing?.documentId ?? (await strapi.documents(site.uid).create(given)).documentId;
        if (standing) await strapi.documents(site.uid).update({ documentId, ...given });
        await note(siteEntry(locale, texts, documentId), { ...item?.written, ...filled });
      });
    },

    async addPartner({ name, url, order = 0, active = true }: PartnerData, logo) {
      await writeTransaction(strapi, lease, async () => {
        const { partner } = content;
        if (partner === null) return;
        const file = logo === null || partner.fields.logo === null ? null : await uploadPicture(strapi, logo);
        const data = { name, order, active, ...(url === undefined ? {} : { url }), ...(file === null ? {} : { logo: file }) };
        const { documentId } = await strapi.documents(partner.uid).create({ data: partner.toData(data) });
        // An application may make a logo of the picture.
        const made = await findPartner(strapi, partner, documentId);
        const held = partner.fromRow(partner.toData(data));
        await note(partnerEntry(name, documentId, file), partnerPrints({ ...held, logo: made?.logo }));
      });
    },
  };
}
