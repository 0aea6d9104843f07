import { z } from 'zod';

const SUPPORTED = ['sqlite', 'postgres'] as const;

const CLIENT_OF_SCHEME: Record<string, string> = { 'postgres:': 'postgres', 'postgresql:': 'postgres' };

function clientOf(url: string | undefined): string {
  if (url === undefined) return 'sqlite';
  const scheme = URL.canParse(url) ? new URL(url).protocol : url;
  return CLIENT_OF_SCHEME[scheme] ?? scheme.replace(/:$/, '');
}

/**
 * Strapi's `DATABASE_…` variables. Without `DATABASE_CLIENT` the client follows from `DATABASE_URL`,
 * and without either it is SQLite.
 */
export const databaseEnvironment = z
  .object({
    DATABASE_CLIENT: z.string().optional(),
    DATABASE_URL: z.string().optional(),
    DATABASE_FILENAME: z.string().default('.tmp/newsroom.db'),
    DATABASE_HOST: z.string().default('127.0.0.1'),
    DATABASE_PORT: z.coerce.number().int().min(1).max(65_535).default(5432),
    DATABASE_NAME: z.string().default('newsroom'),
    DATABASE_USERNAME: z.string().default('newsroom'),
    DATABASE_PASSWORD: z.string().default(''),
    DATABASE_SCHEMA: z.string().default('public'),
    DATABASE_SSL: z.enum(['true', 'false']).default('false'),
    DATABASE_POOL_MIN: z.coerce.number().int().min(0).default(2),
    DATABASE_POOL_MAX: z.coerce.number().int().min(1).default(10),
    START_WAIT_SECONDS: z.coerce.number().int().min(1).max(86_400).default(300),
  })
  .transform((variables, context) => {
    const given = variables.DATABASE_CLIENT ?? clientOf(variables.DATABASE_URL);
    const client = SUPPORTED.find((supported) => supported === given);
    if (client !== undefined) return { ...variables, DATABASE_CLIENT: client };

    const message = `the database client "${given}" is not supported, use one of: ${SUPPORTED.join(', ')}`;
    context.addIssue({ code: 'custom', path: ['DATABASE_CLIENT'], message });
    return z.NEVER;
  });
