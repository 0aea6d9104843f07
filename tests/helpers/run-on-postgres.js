// @ts-check
/*
 * Runs the integration tests and the drills on a real PostgreSQL server: that of DATABASE_URL, or the one of this machine. Each test
 * file makes a database of its own there, and drops it.
 */
'use strict';

const { spawnSync } = require('node:child_process');
const { Client } = require('pg');

const LOCAL = 'postgres://postgres@127.0.0.1:5432/postgres';

/** What is uploaded, shown as a picture or allowed is the same on every database. */
const ALIKE = ['panel/imports', 'panel/partner', 'panel/rights'];

async function main() {
  const url = process.env.DATABASE_URL || LOCAL;
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    await client.end();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`No PostgreSQL server can be reached (${reason}). Name one in DATABASE_URL.\n`);
    process.exit(2);
  }
  const jest = require.resolve('jest/bin/jest');
  // The commands are tested as a user starts them, on SQLite; and imports are killed a few times here, where a start takes longer.
  const chosen = [
    '--selectProjects',
    'integration',
    'panel',
    'drills',
    '--testPathIgnorePatterns',
    'commands',
    'drills/import-killed',
    ...ALIKE,
  ];
  const args = [jest, '-c', 'tests/jest.config.js', ...chosen, ...process.argv.slice(2)];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, TEST_POSTGRES_URL: url } });
  process.exit(status ?? 1);
}

void main();
