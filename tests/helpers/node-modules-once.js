// @ts-check
/*
 * How test files load packages: as Node.js does, once for each worker. Jest would load Strapi anew for each test file, which takes
 * longer than most of their tests. Newsroom’s own code is still each test file’s own.
 */
'use strict';

const { createRequire, isBuiltin } = require('node:module');
const { default: JestRuntime } = require('jest-runtime');

/** Ships as an ECMAScript module only, which Jest compiles. */
const COMPILED = /^eld\//;

/** @param {string | undefined} name */
const isPackage = (name) => name !== undefined && !/^[./]/.test(name) && !isBuiltin(name) && !COMPILED.test(name);

class Runtime extends JestRuntime {
  /** @type {import('jest-runtime').default['requireModule']} */
  requireModule(from, name, options, isActual) {
    if (name !== undefined && isPackage(name) && !options?.isInternalModule) return createRequire(from)(name);
    return super.requireModule(from, name, options, isActual);
  }
}

module.exports = { default: Runtime, __esModule: true };
