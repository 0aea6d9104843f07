import { IANAZone } from 'luxon';
import { z } from 'zod';
import { tidyText } from '../read/tidy-text';

/** A folder that holds a file of this name holds data about the site, and no pages. */
export const SITE_DATA_FILE = 'site.json';

/** What the columns of the site's texts and of partners hold. */
export const LONGEST_TEXT = 255;
const MOST_32_BITS = 2 ** 31 - 1;

/** A text as a reader sees it. */
const seen = z.string().transform(tidyText).pipe(z.string().min(1));
const text = seen.exactOptional();

const site = z.strictObject({
  name: text,
  slogan: text,
  partnersHeading: text,
  feedHeading: text,
  previousHeading: text,
  timeZone: z
    .string()
    .refine((zone) => IANAZone.isValidZone(zone), 'it must be an IANA zone, such as Asia/Baku')
    .exactOptional(),
});

const partner = z.strictObject({
  name: seen,
  url: z
    .url({ protocol: /^https?$/ })
    .regex(/^\S+$/, 'it must hold no spaces')
    .optional(),
  /** Path of a picture, below the folder of the site-data file. */
  logo: z.string().optional(),
  order: z.int().min(0).max(MOST_32_BITS).optional(),
  active: z.boolean().optional(),
});

/** What is known about a site besides its pages: its texts in each locale, and its partners. */
export const siteData = z.strictObject({ site: z.record(z.string(), site).default({}), partners: z.array(partner).default([]) });

export type SiteData = z.infer<typeof siteData>;
export type SiteTexts = z.infer<typeof site>;
export type PartnerData = z.infer<typeof partner>;
