// @ts-check
/** The language detector ships as an ECMAScript module only: it is compiled like our own code. */
const transform = {
  '^.+\\.(t|j)s$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } }],
};

/** @type {import('jest').Config} */
const common = {
  rootDir: require('node:path').resolve(__dirname, '..'),
  testEnvironment: 'node',
  transform,
  transformIgnorePatterns: ['/node_modules/(?!eld/)'],
  moduleNameMapper: {
    '^eld/extrasmall$': '<rootDir>/node_modules/eld/src/entries/static.extrasmall.js',
    '^fast-check$': '<rootDir>/tests/helpers/seeded-fast-check.js',
  },
};

/** For tests that boot Newsroom themselves. */
const prepared = {
  runtime: '<rootDir>/tests/helpers/node-modules-once.js',
  testEnvironment: '<rootDir>/tests/helpers/one-realm.js',
  globalSetup: '<rootDir>/tests/helpers/prepare.js',
  globalTeardown: '<rootDir>/tests/helpers/clear-away.js',
};

/** @type {import('jest').Config} */
module.exports = {
  testTimeout: 60_000,
  // Most tests wait for a database or another process: one for each core keeps it busy.
  maxWorkers: '100%',
  // What a test file leaves behind is given back when its worker ends.
  workerIdleMemoryLimit: '1GB',
  testSequencer: '<rootDir>/tests/helpers/longest-first.js',
  rootDir: require('node:path').resolve(__dirname, '..'),
  projects: [
    { ...common, displayName: 'unit', roots: ['<rootDir>/tests/unit'] },
    { ...common, ...prepared, displayName: 'integration', roots: ['<rootDir>/tests/integration'] },
    { ...common, ...prepared, displayName: 'panel', roots: ['<rootDir>/tests/panel'] },
    { ...common, ...prepared, displayName: 'drills', roots: ['<rootDir>/tests/drills'] },
    // Long ones, with a machine to themselves: `npm run test:soak`.
    { ...common, ...prepared, displayName: 'soak', roots: ['<rootDir>/tests/soak'] },
    { ...common, displayName: 'browser', roots: ['<rootDir>/tests/browser'], globalSetup: '<rootDir>/tests/helpers/build-panel.js' },
  ],
};
