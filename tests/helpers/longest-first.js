// @ts-check
/*
 * In which order test files run: those that take minutes first, and then the longer files before the shorter ones. Otherwise one
 * core waits in the end while the other is at a long one. Jest's own order knows how long each took last time, and a fresh clone
 * has no last time.
 */
'use strict';

const { statSync } = require('node:fs');

const LONG = [
  ...['drills/import-killed', 'drills/commands.', 'browser/importer.', 'integration/import-killed', 'panel/runs'],
  ...['browser/importer-states', 'drills/commands-refuse', 'bulk-two-way', 'drills/differing-queries'],
];

/** @param {string} file */
const rankOf = (file) => {
  const rank = LONG.findIndex((name) => file.includes(name));
  return rank === -1 ? LONG.length : rank;
};

/** @typedef {{ readonly path: string }} Test */

module.exports = class LongestFirst {
  /** @template {Test} T @param {readonly T[]} tests */
  sort(tests) {
    const sized = tests.map((test) => ({ test, rank: rankOf(test.path), size: statSync(test.path).size }));
    return sized.sort((one, other) => one.rank - other.rank || other.size - one.size).map(({ test }) => test);
  }

  /** @template {Test} T @param {readonly T[]} tests */
  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {
    // Nothing is kept: the order is the same every time.
  }
};
