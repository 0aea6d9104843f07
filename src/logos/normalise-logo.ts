import { errors } from '@strapi/utils';
import sharp, { type Metadata, type SharpOptions } from 'sharp';

/** What a logo is fitted into, in pixels: twice what pages show, for screens with small ones. */
export const LOGO_BOX = { width: 320, height: 160 } as const;

/** Larger pictures are refused before anything decodes them. */
const MOST_PIXELS = 40_000_000;

/** What can be trimmed at all. */
const SMALLEST_SIDE = 3;

/** A drawing is drawn this many times as large as the box, so that it still fills it when its border is gone. */
const DRAWN_LARGER = 4;

/** Dots per inch at which a unit of a drawing is a pixel, and the least that sharp takes. */
const PLAIN_DENSITY = 72;
const LEAST_DENSITY = 1;

const QUALITY = { quality: 90, alphaQuality: 100 } as const;

/** A picture as it will be decoded: how many pixels it has then, and what sharp has to be told for it. */
interface Decoding {
  readonly width: number;
  readonly height: number;
  readonly pages: number;
  readonly options: SharpOptions;
}

/** A drawing (SVG) has no size of its own: it is drawn as large as the box needs it, whatever size it names. */
function drawing({ width, height }: Metadata): Decoding {
  const fitting = DRAWN_LARGER * Math.min(LOGO_BOX.width / width, LOGO_BOX.height / height);
  const density = Math.max(LEAST_DENSITY, PLAIN_DENSITY * fitting);
  const scale = density / PLAIN_DENSITY;
  return { width: width * scale, height: height * scale, pages: 1, options: { density } };
}

const raster = ({ width, height, pages = 1 }: Metadata): Decoding => ({ width, height, pages, options: { animated: pages > 1 } });

/** @returns null for what sharp does not know. */
async function decodingOf(picture: Buffer): Promise<Decoding | null> {
  const metadata = await sharp(picture, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (metadata === null) return null;
  return metadata.format === 'svg' ? drawing(metadata) : raster(metadata);
}

function refuseTooLarge({ width, height, pages }: Decoding, name: string): void {
  if (width * height * pages <= MOST_PIXELS) return;
  const size = `${Math.round(width)} × ${Math.round(height)} pixels${pages > 1 ? ` on ${pages} pages` : ''}`;
  throw new errors.ValidationError(
    `The logo "${name}" has ${size}. Choose a smaller picture: of ${MOST_PIXELS / 1_000_000} million at most.`,
  );
}

/** Without its border of one colour or none; a picture that is nothing but border stays whole. */
async function trim(picture: Buffer, { width, height, options }: Decoding): Promise<Buffer> {
  const upright = sharp(picture, { limitInputPixels: MOST_PIXELS, ...options }).autoOrient();
  const trimmed = Math.min(width, height) < SMALLEST_SIDE ? upright : upright.trim();
  return trimmed.png({ compressionLevel: 1 }).toBuffer();
}

/**
 * A logo as pages want it: without its border, fitted into `LOGO_BOX` and never enlarged, as WebP. A drawing (SVG) is drawn
 * for the box. One that moves is fitted only, and goes on moving.
 *
 * @returns null for what sharp does not know, which stays as it is.
 * @throws ValidationError for one with too many pixels, and for one that is broken.
 */
export async function normaliseLogo(picture: Buffer, name: string): Promise<Buffer | null> {
  const decoding = await decodingOf(picture);
  if (decoding === null) return null;
  refuseTooLarge(decoding, name);

  const moves = decoding.pages > 1;
  try {
    const whole = moves ? picture : await trim(picture, decoding);
    return await sharp(whole, { animated: moves })
      .resize({ ...LOGO_BOX, fit: 'inside', withoutEnlargement: true })
      .webp(QUALITY)
      .toBuffer();
  } catch (cause) {
    const message = `The logo "${name}" can not be read to its end. Save the picture anew, as PNG or WebP, and choose that.`;
    throw Object.assign(new errors.ValidationError(message), { cause });
  }
}
