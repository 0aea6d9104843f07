import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { rowsOf } from '../plugins/importer/server/src/database/rows';
import { withoutMark } from './media-file';

const FILE = 'plugin::upload.file';
const PARTNER = 'api::partner-link.partner-link';

/** What an upload that names an entry and one of its fields puts into the file's row. */
const linked = z.looseObject({ related: z.tuple([z.looseObject({ __type: z.literal(PARTNER) })]) });

/** What a file that is replaced or cropped puts there. Where only words about it change, its size is not named. */
const replaced = z.looseObject({ hash: z.string(), size: z.union([z.number(), z.string()]) });

/**
 * Links a picture once more to the partners that have it as their logo, through the Document Service, which normalises it. A
 * picture that is refused there is linked to no one.
 *
 * @throws what it was refused with.
 */
async function linkAnew(strapi: Core.Strapi, id: number, documentIds: readonly string[]): Promise<void> {
  const refusals: unknown[] = [];
  for (const documentId of documentIds) {
    try {
      await strapi.documents(PARTNER).update({ documentId, data: { logo: id } });
    } catch (cause) {
      await strapi.documents(PARTNER).update({ documentId, data: { logo: null } });
      refusals.push(cause);
    }
  }
  if (refusals.length > 0) throw refusals[0];
}

async function partnersWith(strapi: Core.Strapi, logo: number): Promise<string[]> {
  const partners = await rowsOf<{ documentId: string }>(strapi, PARTNER).findMany({ where: { logo: { id: logo } } });
  return partners.map(({ documentId }) => documentId);
}

/**
 * Logos may come past the Document Service: an upload over REST links itself to a partner (`ref`, `refId`, `field`), and somebody
 * replaces or crops a partner's logo in the media library. Here they go through it. Call it in `bootstrap`.
 *
 * It ends by itself: the logo that is made is a new file, which is marked and linked to no one yet when it is written.
 */
export function linkUploadedLogos(strapi: Core.Strapi): void {
  strapi.db.lifecycles.subscribe({
    models: [FILE],
    async afterCreate({ params, result }) {
      if (!linked.safeParse(params.data).success) return;
      const { id } = result as { id: number };
      await linkAnew(strapi, id, await partnersWith(strapi, id));
    },

    async afterUpdate({ params, result }) {
      if (!replaced.safeParse(params.data).success) return;
      const { id, provider_metadata: kept } = result as { id: number; provider_metadata: Readonly<Record<string, unknown>> | null };
      const partners = await partnersWith(strapi, id);
      if (partners.length === 0) return;
      // It is another picture now, even where it happens to be as large as the logo that was made before.
      await rowsOf(strapi, FILE).update({ where: { id }, data: { provider_metadata: withoutMark(kept) } });
      await linkAnew(strapi, id, partners);
    },
  });
}
