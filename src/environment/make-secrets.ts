import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { environmentFile } from './load-environment';
import { missingSecrets, requireSecrets } from './secrets';

const BYTES = 32;

/** Strapi signs sessions with several keys, so that one can be replaced while the others still hold. */
const KEYS = 2;

const random = () => randomBytes(BYTES).toString('base64url');

/**
 * Makes the secrets that are missing and keeps them in the `.env` file, readable by its owner only.
 *
 * In production it makes none: there a secret that changes with a lost file would end every session.
 *
 * @returns the names of those that it made.
 * @throws EnvironmentError in production, naming every one that is missing.
 */
export function makeSecrets(): string[] {
  if (process.env.NODE_ENV === 'production') requireSecrets();

  const made = missingSecrets().map(
    (name) => [name, name === 'APP_KEYS' ? Array.from({ length: KEYS }, random).join(',') : random()] as const,
  );
  if (made.length === 0) return [];
  const file = environmentFile();
  const cutShort = existsSync(file) && /[^\n]$/.test(readFileSync(file, 'utf8'));
  const lines = made.map(([name, value]) => `${name}=${value}\n`).join('');
  appendFileSync(file, cutShort ? `\n${lines}` : lines, { mode: 0o600 });
  for (const [name, value] of made) process.env[name] = value;
  return made.map(([name]) => name);
}
