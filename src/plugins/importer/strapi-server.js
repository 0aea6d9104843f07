// @ts-check
'use strict';

const { existsSync } = require('node:fs');
const path = require('node:path');

/** In Newsroom itself the server is compiled with the application; as a package it brings its own, see `build` in package.json. */
const WITH_APPLICATION = path.join(__dirname, '../../../dist/src/plugins/importer/server/src');

module.exports = require(existsSync(WITH_APPLICATION) ? WITH_APPLICATION : './dist/server/src');
