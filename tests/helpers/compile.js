// @ts-check
const { execFileSync } = require('node:child_process');
const path = require('node:path');

/** Compiles the server once before any test boots it. */
module.exports = () => {
  execFileSync(process.execPath, [path.resolve(__dirname, '../../src/cli/launch.js'), 'compile'], { stdio: ['ignore', 2, 2] });
};
