import { EnvironmentError, withoutEmpty } from './environment';

const SECRETS = ['APP_KEYS', 'API_TOKEN_SALT', 'ADMIN_JWT_SECRET', 'TRANSFER_TOKEN_SALT', 'ENCRYPTION_KEY', 'JWT_SECRET'] as const;

/** What Strapi signs and encrypts with. */
export type Secret = (typeof SECRETS)[number];

/** The secrets that are not set, or set but empty. */
export function missingSecrets(): Secret[] {
  const given = withoutEmpty(process.env);
  return SECRETS.filter((name) => given[name] === undefined);
}

/** @throws EnvironmentError naming every secret that is missing. */
export function requireSecrets(): void {
  const missing = missingSecrets();
  if (missing.length > 0) throw new EnvironmentError(`Secrets are missing from the environment: ${missing.join(', ')}`);
}

/** @throws EnvironmentError naming every secret that is missing. */
export function readSecret(name: Secret): string {
  requireSecrets();
  return process.env[name] ?? '';
}
