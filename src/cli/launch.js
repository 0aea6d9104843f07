// @ts-check
/*
 * The way into every command, in plain JavaScript: it must run on a fresh clone, where nothing is installed and
 * nothing is compiled. It installs and compiles what is missing or has changed, and then hands over.
 *
 * Usage: node src/cli/launch.js <command> [arguments…]
 */
'use strict';

const { spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const path = require('node:path');

const ROOT = path.resolve(__dirname, '../..');
const OLDEST_NODE = '20.12';
const COMPILED = ['config', 'database', 'src'];
const STAMP = path.join(ROOT, 'dist', '.compiled-from');

/** Commands of developers, who need them before their code is right: types of new content types are what it may lack. */
const UNCHECKED = ['develop', 'types'];

/** What must stand there for Newsroom to be served, and what brings it. */
const SERVED = [
  ['node_modules/@strapi/strapi/package.json', 'Nothing is installed. Install with: npm ci --include=dev'],
  ['dist/src/cli/start.js', 'Nothing is built. Build with: npm run build'],
  ['dist/build/index.html', 'The panel is not built. Build it with: npm run build'],
];

/** @param {string} message */
function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/** Runs a program whose output goes to standard error: standard output belongs to the command's own answer. */
function run(/** @type {string} */ program, /** @type {string[]} */ args, /** @type {string} */ purpose) {
  process.stderr.write(`${purpose}…\n`);
  const shell = process.platform === 'win32';
  const { status, error } = spawnSync(program, args, { cwd: ROOT, stdio: ['ignore', 2, 2], shell });
  if (error || status !== 0) fail(`${purpose} failed${error ? `: ${error.message}` : `, see above`}.`);
}

/** Whether every package of the lockfile stands in node_modules in its version. Other systems' packages don't count. */
function isInstalled() {
  const installed = path.join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const standing = JSON.parse(readFileSync(installed, 'utf8')).packages;
  const wanted = Object.entries(JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')).packages);
  return wanted.every(([name, entry]) => name === '' || entry.optional || entry.peer || standing[name]?.version === entry.version);
}

/** @param {string} folder @returns {string[]} */
function filesBelow(folder) {
  const children = readdirSync(folder, { withFileTypes: true });
  return children.flatMap((child) => {
    const full = path.join(folder, child.name);
    return child.isDirectory() ? filesBelow(full) : [full];
  });
}

function fingerprintOfSources() {
  const hash = createHash('sha256');
  const sources = COMPILED.flatMap((folder) => filesBelow(path.join(ROOT, folder))).filter((file) => /\.(ts|json)$/.test(file));
  for (const file of [...sources.sort(), path.join(ROOT, 'tsconfig.json'), path.join(ROOT, 'package-lock.json')]) {
    hash.update(`${path.relative(ROOT, file)}\n`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** @param {boolean} checked whether code with wrong types is refused. */
function compile(checked) {
  const fingerprint = fingerprintOfSources();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint) return;
  // Strapi compiles what has changed since it wrote down what it compiled, whoever removed that.
  for (const stale of [...COMPILED, 'tsconfig.tsbuildinfo']) rmSync(path.join(ROOT, 'dist', stale), { recursive: true, force: true });
  const tsc = path.join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  run(process.execPath, [tsc, '-p', ROOT, ...(checked ? [] : ['--noCheck'])], 'Compiling');
  mkdirSync(path.dirname(STAMP), { recursive: true });
  if (checked) writeFileSync(STAMP, fingerprint);
  else rmSync(STAMP, { force: true });
}

if (process.versions.node.localeCompare(OLDEST_NODE, 'en', { numeric: true }) < 0) {
  fail(`Newsroom needs Node ${OLDEST_NODE} or newer; this is ${process.version}.`);
}
const COMMANDS = ['newsroom', 'build', 'start', 'import', 'recognise', 'reindex', 'compile', 'develop', 'types'];
const [command = '', ...args] = process.argv.slice(2);
if (!COMMANDS.includes(command)) {
  process.stderr.write(`There is no command "${command}". Commands: ${COMMANDS.join(', ')}\n`);
  process.exit(2);
}
if (command === 'start') {
  for (const [file = '', message = ''] of SERVED) if (!existsSync(path.join(ROOT, file))) fail(message);
} else {
  if (!isInstalled()) run('npm', ['ci', '--include=dev'], 'Installing');
  compile(!UNCHECKED.includes(command));
}
if (command !== 'compile') {
  process.argv = [process.argv[0] ?? 'node', command, ...args];
  require(path.join(ROOT, 'dist', 'src', 'cli', command));
}
