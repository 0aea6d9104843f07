import { IANAZone } from 'luxon';
import { z } from 'zod';
import { databaseEnvironment } from './database-environment';

const boolean = z.enum(['true', 'false']).transform((value) => value === 'true');
/** A number of days, or null for `forever`. */
const daysOrForever = z
  .string()
  .refine((value) => value === 'forever' || /^[1-9]\d{0,4}$/.test(value), 'it must be a number of days, such as 90, or forever')
  .transform((value) => (value === 'forever' ? null : Number(value)));
const list = z.string().transform((value) =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
);

const server = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(1337),
  PUBLIC_URL: z.url().optional(),
  PUBLIC_SITE_URL: z.url().optional(),
  ARTICLE_PATH: z
    .string()
    .regex(/^\/[^{}]*(?:\{(?:locale|slug|documentId)\}[^{}]*)+$/, 'it must be a path with {slug} or {documentId}, and {locale}')
    .default('/{locale}/{slug}'),
  PUBLIC_FOLDER: z.string().default('public'),
  IS_PROXIED: boolean.default(false),
  PROXIES: z.coerce.number().int().min(0).max(20).optional(),
  CORS_ORIGINS: list.default(['*']),
  SMTP_URL: z.string().default('smtp://127.0.0.1:25'),
  MAIL_FROM: z.string().default('newsroom@localhost'),
  LOG_LEVEL: z.enum(['error', 'warn', 'info', 'http', 'verbose', 'debug']).default('info'),
  SEARCHES_PER_MINUTE: z.coerce.number().int().min(0).default(120),
  VIEWS_PER_MINUTE: z.coerce.number().int().min(0).default(300),
  RATE_LIMIT_SHARED: boolean.default(false),
  VIEWS_REPEAT_MINUTES: z.coerce
    .number()
    .min(0)
    .max(24 * 60)
    .default(30),
  VIEWS_OF_BOTS: boolean.default(false),
  ANSWER_CACHE_MS: z.coerce.number().int().min(0).max(1000).default(1000),
  SITE_TIME_ZONE: z
    .string()
    .refine((zone) => IANAZone.isValidZone(zone), 'it must be an IANA zone, such as Asia/Baku')
    .default('Asia/Baku'),
  SITE_DATE_ORDER: z.enum(['day-first', 'month-first']).optional(),
  IMPORT_FOLDERS: list.default(['seeds']),
  IMPORT_UPLOADS_FOLDER: z.string().default('.tmp/imports'),
  IMPORT_UPLOAD_MEGABYTES: z.coerce.number().int().min(1).max(1_000_000).default(2048),
  IMPORT_UPLOAD_FILES: z.coerce.number().int().min(1).max(1_000_000).default(100_000),
  IMPORT_UNDO_DAYS: daysOrForever.default(90),
  IMPORT_UPLOADS_DAYS: daysOrForever.default(365),
  IMPORT_PREVIEWS_DAYS: daysOrForever.default(7),
});

/** What Newsroom takes from the environment, checked and typed. */
export type Environment = z.infer<typeof server> & z.infer<typeof databaseEnvironment>;

/** The environment holds a value that Newsroom can't use. Its message is one line. */
export class EnvironmentError extends Error {}

/** A copy of `variables` in which one that is set but empty counts as unset. */
export function withoutEmpty(variables: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value.trim() !== ''));
}

/**
 * Checks Strapi's usual variables (`HOST`, `PORT`, `DATABASE_…`) and Newsroom's own.
 *
 * @throws EnvironmentError naming every variable that can't be used, what it holds and what is expected.
 */
export function readEnvironment(variables: NodeJS.ProcessEnv = process.env): Environment {
  const given = withoutEmpty(variables);
  const result = server.and(databaseEnvironment).safeParse(given);
  if (result.success) return result.data;

  const faults = result.error.issues.map((issue) => {
    const name = issue.path.join('.');
    const found = given[name] === undefined ? '' : `${name}=${given[name]}: `;
    return `${found}${issue.message}`;
  });
  throw new EnvironmentError(`The configuration can't be used. ${faults.join('; ')}`);
}
