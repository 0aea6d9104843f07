// @ts-check
/* What is done once before tests open the panel: the server is compiled, and the panel is built, so that no two servers build it. */
'use strict';

const { execFileSync } = require('node:child_process');
const path = require('node:path');
const compile = require('./compile');
const SECRETS = require('./secrets.json');

const ROOT = path.resolve(__dirname, '../..');
const BUILD = "require('./dist/src/cli/build-panel.js').buildPanel()";

module.exports = () => {
  compile();
  // As servers of these tests are started: with no address that readers know them by, and not as a test.
  const env = { ...process.env, ...SECRETS, NODE_ENV: undefined, PUBLIC_URL: undefined };
  execFileSync(process.execPath, ['-e', BUILD], { cwd: ROOT, env, stdio: ['ignore', 2, 2] });
};
