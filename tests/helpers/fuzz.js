// @ts-check
/*
 * Runs the unit tests whose properties are tried with other examples than the ones that they always have, and with more of them:
 * FUZZ_RUNS of each, or 1000. A failure tells its seed and its example.
 */
'use strict';

const { spawnSync } = require('node:child_process');

const jest = require.resolve('jest/bin/jest');
const args = [jest, '-c', 'tests/jest.config.js', '--selectProjects', 'unit', '--testTimeout', '600000', ...process.argv.slice(2)];
const env = { ...process.env, FUZZ_RUNS: process.env.FUZZ_RUNS ?? '1000' };
process.exit(spawnSync(process.execPath, args, { stdio: 'inherit', env }).status ?? 1);
