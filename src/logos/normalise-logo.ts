import { errors } from '@strapi/utils';
import sharp, { type Metadata } from 'sharp';

/** What a logo is fitted into, in pixels: twice what pages show, for screens with small ones. */
export const LOGO_BOX = { width: 320, height: 160 } as const;

/** Larger pictures are refused before anything decodes them. */
const MOST_PIXELS = 40_000_000;

/** What can be trimmed at all. */
const SMALLEST_SIDE = 3;

const QUALITY = { quality: 90, alphaQuality: 100 } as const;

const readMetadata = (picture: Buffer): Promise<Metadata | null> =>
  sharp(picture)
    .metadata()
    .catch(() => null);

/** Without its border of one colour or none; a picture that is nothing but border stays whole. */
async function trim(picture: Buffer, { width, height }: Metadata): Promise<Buffer> {
  const upright = sharp(picture, { limitInputPixels: MOST_PIXELS }).autoOrient();
  const trimmed = Math.min(width, height) < SMALLEST_SIDE ? upright : upright.trim();
  return trimmed.png({ compressionLevel: 1 }).toBuffer();
}

/**
 * A logo as pages want it: without its border, fitted into `LOGO_BOX` and never enlarged, as WebP. One that moves is fitted
 * only, and goes on moving.
 *
 * @returns null for a picture that stays as it is: a drawing (SVG), which fits everywhere, and what sharp does not know.
 * @throws ValidationError for one with too many pixels, and for one that is broken.
 */
export async function normaliseLogo(picture: Buffer, name: string): Promise<Buffer | null> {
  const metadata = await readMetadata(picture);
  if (metadata === null || metadata.format === 'svg') return null;

  const { width, height, pages = 1 } = metadata;
  if (width * height * pages > MOST_PIXELS) {
    const size = `${width} × ${height} pixels${pages > 1 ? ` on ${pages} pages` : ''}`;
    throw new errors.ValidationError(
      `The logo "${name}" has ${size}. Choose a smaller picture: of ${MOST_PIXELS / 1_000_000} million at most.`,
    );
  }
  try {
    const whole = pages > 1 ? picture : await trim(picture, metadata);
    return await sharp(whole, { animated: pages > 1 })
      .resize({ ...LOGO_BOX, fit: 'inside', withoutEnlargement: true })
      .webp(QUALITY)
      .toBuffer();
  } catch (cause) {
    const message = `The logo "${name}" can not be read to its end. Save the picture anew, as PNG or WebP, and choose that.`;
    throw Object.assign(new errors.ValidationError(message), { cause });
  }
}
