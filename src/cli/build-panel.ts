import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './boot';
import { spawnStrapi, withSecrets } from './run-strapi';

/** What the panel is made of: our own pages and translations, and what the lockfile installs. */
const SOURCES = ['src/admin', 'src/plugins', 'package-lock.json'];
const PANEL = path.join(ROOT, 'dist/build/index.html');
const STAMP = path.join(ROOT, 'dist/.panel-built-from');

const isPanelFile = (file: string) => !file.split(path.sep).includes('server');

function filesOf(source: string): string[] {
  const full = path.join(ROOT, source);
  if (!existsSync(full)) return [];
  if (path.extname(source) !== '') return [full];
  const entries = readdirSync(full, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

function fingerprint(): string {
  const hash = createHash('sha256').update(process.env.PUBLIC_URL ?? '');
  for (const file of SOURCES.flatMap(filesOf).filter(isPanelFile).sort()) {
    hash.update(path.relative(ROOT, file)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/**
 * Builds the panel where it is missing, or was built from other sources.
 *
 * @throws Error when the build fails, with all that it said.
 */
export async function buildPanel(): Promise<void> {
  const wanted = fingerprint();
  if (existsSync(PANEL) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;

  process.stderr.write('Building the panel, which takes about a minute…\n');
  // Strapi has set NODE_ENV to development by now, and the panel would be built with guided tours and React's checks.
  const build = spawnStrapi(['build'], { ...withSecrets(), NODE_ENV: 'production' }, 'pipe');
  const said: Buffer[] = [];
  for (const output of [build.stdout, build.stderr]) output?.on('data', (chunk: Buffer) => said.push(chunk));
  const [code] = (await once(build, 'close')) as [number | null];
  if (code !== 0) throw new Error(`Building the panel failed:\n${Buffer.concat(said).toString()}`);
  writeFileSync(STAMP, wanted);
}
