import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
const PLUGIN = 'src/plugins/importer';

/** What the application uses of the importer: what both need of databases and slugs, and what the panel is told. */
const FOR_THE_APPLICATION = ['database', 'services', 'slugs'].map((room) => `${PLUGIN}/server/src/${room}/`).concat(`${PLUGIN}/shared/`);

interface Import {
  readonly file: string;
  readonly from: string;
  readonly isType: boolean;
}

const IMPORTS = /^(import type|import|export type|export)\b[^;]*?\bfrom '([^']+)';|\b(import)\('([^']+)'\)|^(import) '([^']+)';/gms;

/** Everything that the files of a folder import, with relative paths as those of the project. */
const importsOf = (folder: string): Import[] =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
    .flatMap((file) =>
      [...readFileSync(path.join(ROOT, file), 'utf8').matchAll(IMPORTS)].map((match) => {
        const from = match[2] ?? match[4] ?? match[6] ?? '';
        const place = from.startsWith('.') ? path.posix.join(path.posix.dirname(file), from) : from;
        return { file, from: place, isType: match[1]?.endsWith(' type') ?? false };
      }),
    );

/** What an import names: `@strapi/strapi/admin` is a part of `@strapi/strapi`. */
const packageOf = (from: string) => from.split('/', from.startsWith('@') ? 2 : 1).join('/');

type Versions = Readonly<Record<string, string>>;

interface Package {
  readonly dependencies: Versions;
  readonly devDependencies: Versions;
  readonly peerDependencies: Versions;
}

const readPackage = (folder: string) => JSON.parse(readFileSync(path.join(ROOT, folder, 'package.json'), 'utf8')) as Package;

describe('the importer as a package of its own', () => {
  const inside = importsOf(PLUGIN);
  const packages = inside.filter(({ from }) => !from.startsWith(PLUGIN) && !from.startsWith('src/') && !isBuiltin(from));
  const own = readPackage(PLUGIN);
  const { dependencies, devDependencies } = readPackage('');

  it('imports nothing from outside of its folder', () => {
    expect(inside.length).toBeGreaterThan(1000);
    expect(inside.filter(({ from }) => from.startsWith('src/') && !from.startsWith(`${PLUGIN}/`))).toEqual([]);
  });

  it('names the packages that it needs', () => {
    const needed = { ...own.dependencies, ...own.peerDependencies };
    const missing = packages.filter(
      ({ from, isType }) => !(packageOf(from) in needed) && !(isType && packageOf(from) in own.devDependencies),
    );
    expect(missing).toEqual([]);
  });

  it('names none that it does not need', () => {
    const used = new Set(packages.map(({ from }) => packageOf(from)));
    // Strapi's panel asks for it beside React.
    const besides = ['react-dom'];
    expect(
      Object.keys({ ...own.dependencies, ...own.peerDependencies }).filter((name) => !used.has(name) && !besides.includes(name)),
    ).toEqual([]);
  });

  it("names them with the application's versions", () => {
    const standing: Versions = { ...dependencies, ...devDependencies };
    for (const [name, version] of Object.entries({ ...own.dependencies, ...own.devDependencies }))
      expect([name, version]).toEqual([name, standing[name]]);
    for (const [name, range] of Object.entries(own.peerDependencies)) expect([name, range]).toEqual([name, `^${String(standing[name])}`]);
  });

  it('recognises pages without Strapi', () => {
    const loaded = importsOf('src').filter(({ isType }) => !isType);
    const reached = new Set<string>();
    const visit = (name: string) => {
      if (reached.has(name)) return;
      reached.add(name);
      for (const { file, from } of loaded) if (file === `${name}.ts`) visit(from);
    };
    visit('src/cli/recognise');
    expect([...reached].filter((name) => name.startsWith(`${PLUGIN}/server/src/import/`)).length).toBeGreaterThan(50);
    expect([...reached].filter((name) => name.startsWith('@strapi/'))).toEqual([]);
  });

  it('names its rooms in its README', () => {
    const readme = readFileSync(path.join(ROOT, PLUGIN, 'README.md'), 'utf8');
    const named = [...readme.matchAll(/^\| `([^`]+)\/`/gm)].map(([, room = '']) => room.replace(/^…/, 'server/src'));
    const rooms = readdirSync(path.join(ROOT, PLUGIN, 'server/src'), { withFileTypes: true }).filter((one) => one.isDirectory());
    expect(named.filter((room) => !existsSync(path.join(ROOT, PLUGIN, room)))).toEqual([]);
    expect(named).toEqual(expect.arrayContaining(rooms.map(({ name }) => `server/src/${name}`)));
  });

  it('shows the command line its services, and the rest of the application little more', () => {
    const inRooms = (rooms: readonly string[]) => (used: Import) => !rooms.some((room) => used.from.startsWith(room));
    const ofImporter = (folder: string) =>
      importsOf(folder).filter(({ file, from }) => from.startsWith(`${PLUGIN}/`) && !file.startsWith(PLUGIN));
    const [cli, application] = [ofImporter('src/cli'), [...ofImporter('src'), ...ofImporter('config')]];
    expect(cli.length).toBeGreaterThan(5);
    expect(cli.filter(inRooms([`${PLUGIN}/server/src/services/`]))).toEqual([]);
    expect(application.filter(inRooms(FOR_THE_APPLICATION))).toEqual([]);
  });
});
