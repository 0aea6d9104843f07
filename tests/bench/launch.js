// @ts-check
/*
 * The way into every benchmark. It compiles Newsroom as every command does, and the benchmarks into the same place, so
 * that what they measure is what a user runs.
 *
 * Usage: node tests/bench/launch.js <benchmark> [arguments…]
 */
'use strict';

const { transformFileSync } = require('@swc/core');
const { spawnSync } = require('node:child_process');
const { mkdirSync, readdirSync, rmSync, writeFileSync } = require('node:fs');
const path = require('node:path');

const ROOT = path.resolve(__dirname, '../..');
const TESTS = path.join(ROOT, 'tests');
const COMPILED = path.join(ROOT, 'dist', 'tests');

/** The benchmarks, and what they take from the tests. */
const FOLDERS = ['bench', 'browser', 'helpers'];

function compileNewsroom() {
  const launcher = path.join(ROOT, 'src', 'cli', 'launch.js');
  const { status } = spawnSync(process.execPath, [launcher, 'compile'], { cwd: ROOT, stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}

/** Types are checked by `npm run check`; here they are only taken away. */
function compileBenchmarks() {
  rmSync(COMPILED, { recursive: true, force: true });
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(path.join(TESTS, folder), { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file)),
  ).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  for (const file of files) {
    const { code } = transformFileSync(path.join(TESTS, file), {
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
      module: { type: 'commonjs' },
    });
    const compiled = path.join(COMPILED, file.replace(/\.ts$/, '.js'));
    mkdirSync(path.dirname(compiled), { recursive: true });
    writeFileSync(compiled, code);
  }
}

const BENCHMARKS = ['import', 'api', 'panel'];
const [benchmark = '', ...args] = process.argv.slice(2);
if (!BENCHMARKS.includes(benchmark)) {
  process.stderr.write(`There is no benchmark "${benchmark}". Benchmarks: ${BENCHMARKS.join(', ')}\n`);
  process.exit(2);
}
compileNewsroom();
compileBenchmarks();
process.argv = [process.argv[0] ?? 'node', benchmark, ...args];
require(path.join(COMPILED, 'bench', benchmark, 'main'));
