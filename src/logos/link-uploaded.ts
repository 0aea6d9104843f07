import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { rowsOf } from '../strapi/rows';

const FILE = 'plugin::upload.file';
const PARTNER = 'api::partner-link.partner-link';

/** What an upload that names an entry and one of its fields puts into the file's row. */
const linked = z.looseObject({ related: z.tuple([z.looseObject({ __type: z.literal(PARTNER) })]) });

/**
 * An upload over REST may link itself to a partner (`ref`, `refId`, `field`), past the Document Service: here such a logo is
 * linked once more, through it. One that is refused there is linked to no one. Call it in `bootstrap`.
 */
export function linkUploadedLogos(strapi: Core.Strapi): void {
  strapi.db.lifecycles.subscribe({
    models: [FILE],
    async afterCreate({ params, result }) {
      if (!linked.safeParse(params.data).success) return;
      const { id } = result as { id: number };
      for (const { documentId } of await rowsOf<{ documentId: string }>(strapi, PARTNER).findMany({ where: { logo: { id } } })) {
        try {
          await strapi.documents(PARTNER).update({ documentId, data: { logo: id } });
        } catch (cause) {
          await strapi.documents(PARTNER).update({ documentId, data: { logo: null } });
          throw cause;
        }
      }
    },
  });
}
