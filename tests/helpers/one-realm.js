// @ts-check
/*
 * The globals of test files whose packages Node.js has loaded: what is told apart by its class, such as dates and errors, is of the
 * same class in both, and the environment variables are the same. Strapi removes all listeners of the process when it ends: those of
 * Jest stay.
 */
'use strict';

const path = require('node:path');
const { TestEnvironment } = require('jest-environment-node');

const ROOT = path.resolve(__dirname, '../..');

/** What is loaded anew for each test file: the application itself. */
const OF_ONE_FILE = ['dist', 'tests/fixtures'].map((folder) => path.join(ROOT, folder, path.sep));

const SHARED = { Date, Error, TypeError, RangeError, SyntaxError, URIError, Map, Set, RegExp, Promise };

const removeListeners = process.removeAllListeners.bind(process);

process.removeAllListeners = (...names) => (names.length === 0 ? process : removeListeners(...names));

module.exports = class OneRealm extends TestEnvironment {
  async setup() {
    await super.setup();
    this.variables = { ...process.env };
    Object.assign(this.global, SHARED);
    this.global.process.env = process.env;
  }

  async teardown() {
    for (const name of Object.keys(process.env)) delete process.env[name];
    Object.assign(process.env, this.variables);
    for (const file of Object.keys(require.cache)) {
      if (OF_ONE_FILE.some((folder) => file.startsWith(folder))) delete require.cache[file];
    }
    await super.teardown();
  }
};
