import { z } from 'zod';
import { EnvironmentError, withoutEmpty } from './environment';
import names from './secret-names.json';

const secrets = z.object(Object.fromEntries(names.map((name) => [name, z.string()] as const)));

/**
 * The secrets that Strapi signs and encrypts with. They are made by `npm run newsroom` outside production.
 *
 * @throws EnvironmentError naming every one that is missing.
 */
export function readSecret(name: string, variables: NodeJS.ProcessEnv = process.env): string {
  const given = withoutEmpty(variables);
  const missing = names.filter((secret) => given[secret] === undefined);
  if (missing.length > 0) throw new EnvironmentError(`Secrets are missing from the environment: ${missing.join(', ')}`);

  const secret = secrets.parse(given)[name];
  if (secret === undefined) throw new EnvironmentError(`There is no secret called ${name}`);
  return secret;
}
