import { existsSync } from 'node:fs';
import { config } from 'dotenv';
import { withoutEmpty } from './environment';

/** The file that variables are read from, besides the environment itself. */
export const environmentFile = (): string => process.env.ENV_PATH ?? '.env';

function dropEmpty(): void {
  const kept = withoutEmpty(process.env);
  for (const name of Object.keys(process.env)) if (!(name in kept)) Reflect.deleteProperty(process.env, name);
}

/**
 * Reads the `.env` file into the environment, which wins where both hold a variable. One that is set but empty counts
 * as unset in both. Dates are told in UTC from here on.
 */
export function loadEnvironment(): void {
  dropEmpty();
  if (existsSync(environmentFile())) config({ path: environmentFile(), quiet: true });
  dropEmpty();
  process.env.TZ = 'UTC';
}
