// @ts-check
/* What is done once before tests boot Newsroom: it is compiled, and a database is made that theirs are copies of. */
'use strict';

const { execFileSync } = require('node:child_process');
const { randomUUID } = require('node:crypto');
const { mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');
const { Client } = require('pg');
const compile = require('./compile');
const SECRETS = require('./secrets.json');

/** @param {string} server @param {string} name */
async function makeOnServer(server, name) {
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name}`).finally(() => client.end());
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { DATABASE_CLIENT: 'postgres', DATABASE_URL: url.toString() };
}

module.exports = async () => {
  // Several projects of one run share it.
  if (process.env.TEST_TEMPLATE !== undefined) return;
  compile();
  const folder = mkdtempSync(path.join(tmpdir(), 'newsroom-template-'));
  const server = process.env.TEST_POSTGRES_URL;
  const place = server === undefined ? path.join(folder, 'template.db') : `newsroom_template_${randomUUID().replaceAll('-', '')}`;
  const database =
    server === undefined ? { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: place, DATABASE_URL: '' } : await makeOnServer(server, place);
  const settings = { PUBLIC_FOLDER: path.join(folder, 'public'), LOG_LEVEL: 'error', TZ: 'UTC', NODE_ENV: 'test' };
  const env = { ...process.env, ...SECRETS, ...database, ...settings };
  execFileSync(process.execPath, [path.join(__dirname, 'boot-once.js')], { env, stdio: ['ignore', 2, 2] });
  process.env.TEST_TEMPLATE = place;
  process.env.TEST_TEMPLATE_FOLDER = folder;
};
