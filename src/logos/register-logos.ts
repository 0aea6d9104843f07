import type { Core } from '@strapi/strapi';
import { rowsOf } from '../plugins/importer/server/src/database/rows';
import { type LogoLibrary, logoLibrary } from './logo-library';
import { type MediaFile, originalOf } from './media-file';
import { pickedLogo } from './picked-logo';

const PARTNER = 'api::partner-link.partner-link';

interface Parameters {
  readonly documentId?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** The logo that a partner has now. */
async function standingLogo(strapi: Core.Strapi, documentId: string | undefined): Promise<MediaFile | null> {
  if (documentId === undefined) return null;
  const partner = await rowsOf<{ logo: MediaFile | null }>(strapi, PARTNER).findOne({ where: { documentId }, populate: { logo: true } });
  return partner?.logo ?? null;
}

/** What a partner is to be given instead of the picture that was picked, and whether that was made just now. */
async function logoFor(strapi: Core.Strapi, library: LogoLibrary, picture: MediaFile, documentId: string | undefined) {
  const standing = await standingLogo(strapi, documentId);
  // Who writes a partner again from elsewhere names the same picture each time.
  if (standing && originalOf(standing) === picture.id) return { logo: standing, isNew: false };
  const logo = await library.normalise(picture);
  return { logo, isNew: logo.id !== picture.id };
}

/**
 * Gives partners their logos without a border, at one size and in one format, whichever way they arrive: a picture that is
 * linked as a logo stays in the library as it is, and the link goes to a new file that is made from it. Call it in `register`.
 */
export function registerLogos(strapi: Core.Strapi): void {
  const library = logoLibrary(strapi);
  strapi.documents.use(async (context, next) => {
    if (context.uid !== PARTNER || !['create', 'update', 'clone'].includes(context.action)) return next();
    const { documentId, data } = context.params as Parameters;
    const id = pickedLogo(data?.['logo']);
    const picture = id === undefined ? null : await library.find(id);
    if (picture === null) return next();

    const { logo, isNew } = await logoFor(strapi, library, picture, context.action === 'update' ? documentId : undefined);
    context.params = { ...context.params, data: { ...data, logo: logo.id } };
    try {
      return await next();
    } catch (cause) {
      // What was refused leaves no logo behind. Where the transaction is lost already, so is the logo's row.
      if (isNew)
        await library
          .remove(logo)
          .catch((error: unknown) => strapi.log.warn(`The logo ${logo.name} could not be removed: ${String(error)}`));
      throw cause;
    }
  });
}
