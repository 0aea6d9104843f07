import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { writeTransaction } from './write-transaction';
import sharp from 'sharp';
import { rowsOf } from '../../../../../strapi/rows';
import { fingerprint } from '../pipeline/plan/fingerprint';
import type { SiteTexts } from '../pipeline/site/site-data';
import type { Store } from '../pipeline/store';
import type { Ledger } from './ledger';

const SITE = 'api::site.site';
const PARTNER = 'api::partner-link.partner-link';

/** What the ledger calls things that are no pages. */
const siteItem = (locale: string) => `@site/${locale}`;
const partnerItem = (name: string) => `@partner/${name}`;

const MIME_TYPES: Record<string, string> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
};

interface UploadService {
  upload(request: { data: object; files: object }): Promise<[{ id: number }]>;
}

type SiteStore = Pick<Store, 'missingSiteTexts' | 'fillSite' | 'missingPartners' | 'addPartner'>;

const withoutText = (value: unknown) => value === null || value === undefined || value === '';

/** The site's own texts and its partners. The ledger remembers what was filled, so that what an editor empties stays empty. */
export function createSiteStore(strapi: Core.Strapi, ledger: Ledger): SiteStore {
  const currentSite = (locale: string) => strapi.documents(SITE).findFirst({ locale });

  const upload = async (file: string): Promise<number> => {
    const { format } = await sharp(file).metadata();
    const mimetype = MIME_TYPES[format];
    if (mimetype === undefined) throw new Error(`${file}: pictures of the kind ${format} are not taken`);
    const { size } = await stat(file);
    const files = { filepath: file, originalFilename: path.basename(file), mimetype, size };
    const uploads = strapi.plugin('upload').service<UploadService>('upload');
    const [uploaded] = await uploads.upload({ data: {}, files });
    return uploaded.id;
  };

  return {
    async missingSiteTexts(locale, texts) {
      const [current, [item]] = await Promise.all([currentSite(locale), ledger.itemsOfPages([siteItem(locale)])]);
      const missing = Object.entries(texts).filter(([name]) => {
        const value: unknown = current?.[name as keyof SiteTexts];
        return withoutText(value) && item?.written[name] === undefined;
      });
      return Object.fromEntries(missing);
    },

    async fillSite(locale, texts, run) {
      const [item] = await ledger.itemsOfPages([siteItem(locale)]);
      const filled = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, fingerprint(text)]));
      await writeTransaction(strapi, async () => {
        const standing = await rowsOf<{ documentId: string }>(strapi, SITE).findOne({ select: ['documentId'] });
        const documentId = standing?.documentId ?? (await strapi.documents(SITE).create({ data: texts, locale })).documentId;
        if (standing) await strapi.documents(SITE).update({ documentId, locale, data: texts });
        const written = { ...item?.written, ...filled };
        await ledger.record(
          { page: siteItem(locale), targetId: documentId, targetLocale: locale, storyKey: '', contentHash: '', written, published: true },
          run,
        );
      });
    },

    async missingPartners(partners) {
      const names = partners.map(({ name }) => name);
      const standing = await rowsOf<{ name: string }>(strapi, PARTNER).findMany({ where: { name: { $in: names } } });
      const made = await ledger.itemsOfPages(names.map(partnerItem));
      const known = new Set([...standing.map(({ name }) => partnerItem(name)), ...made.map(({ page }) => page)]);
      return partners.filter(({ name }) => !known.has(partnerItem(name)));
    },

    async addPartner({ name, url, order = 0, active = true }, logo, run) {
      const file = logo === null ? null : await upload(logo);
      await writeTransaction(strapi, async () => {
        const data = { name, order, active, ...(url === undefined ? {} : { url }), ...(file === null ? {} : { logo: file }) };
        const { documentId } = await strapi.documents(PARTNER).create({ data });
        await ledger.record(
          { page: partnerItem(name), targetId: documentId, targetLocale: '', storyKey: '', contentHash: '', written: {}, published: true },
          run,
        );
      });
    },
  };
}
