import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../bench/process/free-port';
import { ROOT } from './newsroom';

const INSTALLED = path.join(ROOT, 'node_modules');

/** What Strapi says when it serves. */
const READY = 'Strapi started successfully';

const execute = promisify(execFile);

/** Runs a program to its end. @throws Error with all that it said when it fails. */
async function run(program: string, args: readonly string[], options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {}) {
  await execute(program, args, { ...options, maxBuffer: 64 * 1024 * 1024 }).catch((cause: unknown) => {
    const { stdout = '', stderr = '' } = cause as { stdout?: string; stderr?: string };
    throw new Error(`${program} ${args.join(' ')} failed:\n${stdout}\n${stderr}`, { cause });
  });
}

/**
 * Packs the importer, from a copy of its folder: beside it stands nothing of Newsroom but the packages that are installed.
 *
 * @returns the tarball.
 */
async function packImporter(folder: string): Promise<string> {
  const copy = path.join(folder, 'importer');
  cpSync(path.join(ROOT, 'src/plugins/importer'), copy, { recursive: true });
  symlinkSync(INSTALLED, path.join(folder, 'node_modules'));
  await run('npm', ['pack', '--offline', '--pack-destination', folder], { cwd: copy });
  const [tarball] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new Error('npm pack has made no tarball');
  return path.join(folder, tarball);
}

/** Installs the tarball, and all other packages as links to those of Newsroom: no registry is asked. @returns the importer's folder. */
async function install(modules: string, tarball: string): Promise<string> {
  const plugin = path.join(modules, 'strapi-plugin-newsroom-importer');
  mkdirSync(plugin, { recursive: true });
  for (const name of readdirSync(INSTALLED)) if (!name.startsWith('.')) symlinkSync(path.join(INSTALLED, name), path.join(modules, name));
  await run('tar', ['xzf', tarball, '-C', plugin, '--strip-components=1']);
  return plugin;
}

function copyApplication(app: string): void {
  cpSync(path.join(ROOT, 'tests/fixtures/packed-app'), app, { recursive: true });
  cpSync(path.join(ROOT, 'tests/fixtures/post-app/src'), path.join(app, 'src'), { recursive: true });
  copyFileSync(path.join(ROOT, 'public/favicon.png'), path.join(app, 'favicon.png'));
  mkdirSync(path.join(app, 'public/uploads'), { recursive: true });
}

export interface ServingApp {
  readonly url: string;
  stop(): Promise<void>;
}

export interface PackedApp {
  readonly folder: string;
  /** Where the importer is installed. */
  readonly plugin: string;
  /** `strapi build` */
  buildPanel(): Promise<void>;
  /** `strapi start` */
  serve(): Promise<ServingApp>;
}

/** Installs the importer from its tarball into an application in a folder of its own. */
export async function installPacked(folder: string): Promise<PackedApp> {
  const app = path.join(folder, 'app');
  const modules = path.join(app, 'node_modules');
  copyApplication(app);
  const plugin = await install(modules, await packImporter(folder));

  const strapi = path.join(modules, '@strapi/strapi/bin/strapi.js');
  const { PATH, HOME } = process.env;
  // Strapi looks for plugins from where it stands itself, and here that is in Newsroom's own packages.
  const variables = { PATH, HOME, NODE_PATH: modules, STRAPI_TELEMETRY_DISABLED: 'true' };

  return {
    ...{ folder: app, plugin },

    buildPanel: () => run(process.execPath, [strapi, 'build'], { cwd: app, env: { ...variables, NODE_ENV: 'production' } }),

    async serve() {
      const port = String(await freePort());
      // In production people sign in over TLS only.
      const env = { ...variables, NODE_ENV: 'development', PORT: port };
      const server = spawn(process.execPath, [strapi, 'start'], { cwd: app, env, stdio: ['ignore', 'pipe', 'pipe'] });
      const ended = once(server, 'exit');
      let said = '';
      const ready = new Promise<void>((resolve) => {
        for (const output of [server.stdout, server.stderr]) {
          output.setEncoding('utf8').on('data', (text: string) => {
            said += text;
            if (said.includes(READY)) resolve();
          });
        }
      });
      await Promise.race([ready, ended]);
      if (!said.includes(READY)) throw new Error(`The server ended before it was ready:\n${said}`);
      return {
        url: `http://127.0.0.1:${port}`,
        async stop() {
          server.kill('SIGTERM');
          await ended;
        },
      };
    },
  };
}
