import { z } from 'zod';

/** A folder that holds a file of this name holds data about the site, and no pages. */
export const SITE_DATA_FILE = 'site.json';

const text = z.string().min(1).max(255).exactOptional();

const site = z.strictObject({
  name: text,
  slogan: text,
  partnersHeading: text,
  feedHeading: text,
  previousHeading: text,
  timeZone: text,
});

const partner = z.strictObject({
  name: z.string().min(1).max(255),
  url: z.url({ protocol: /^https?$/ }).optional(),
  /** Path of a picture, below the folder of the site-data file. */
  logo: z.string().optional(),
  order: z.int().optional(),
  active: z.boolean().optional(),
});

/** What is known about a site besides its pages: its texts in each locale, and its partners. */
export const siteData = z.strictObject({ site: z.record(z.string(), site).default({}), partners: z.array(partner).default([]) });

export type SiteData = z.infer<typeof siteData>;
export type SiteTexts = z.infer<typeof site>;
export type PartnerData = z.infer<typeof partner>;
