// @ts-check
/* Removes what `prepare.js` has made. */
'use strict';

const { rmSync } = require('node:fs');
const { Client } = require('pg');

module.exports = async () => {
  const { TEST_TEMPLATE: template, TEST_TEMPLATE_FOLDER: folder, TEST_POSTGRES_URL: server } = process.env;
  if (template === undefined || folder === undefined) return;
  delete process.env.TEST_TEMPLATE;
  rmSync(folder, { recursive: true, force: true });
  if (server === undefined) return;
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.query(`drop database if exists ${template} with (force)`).finally(() => client.end());
};
