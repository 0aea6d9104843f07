import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { missingSecrets } from '../environment/secrets';
import { ROOT } from './boot';

/** Starts a command of Strapi's own. */
export const spawnStrapi = (args: readonly string[], variables: NodeJS.ProcessEnv, output: 'pipe' | 'inherit') => {
  const strapi = path.join(ROOT, 'node_modules/@strapi/strapi/bin/strapi.js');
  const env = { ...process.env, ...variables };
  return spawn(process.execPath, [strapi, ...args], { cwd: ROOT, stdio: ['ignore', output, output], env });
};

/** Runs a command of Strapi's own to its end, which comes with this process's own. @returns its exit code; null when a signal ended it. */
export async function runStrapi(args: readonly string[], variables: NodeJS.ProcessEnv): Promise<number | null> {
  const child = spawnStrapi(args, variables, 'inherit');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  const [code] = (await once(child, 'close')) as [number | null];
  return code;
}

/** Strapi reads the whole configuration for what needs no secret: there anything will do in the place of those that are missing. */
export const withSecrets = (): NodeJS.ProcessEnv => Object.fromEntries(missingSecrets().map((name) => [name, 'needed by a server only']));
