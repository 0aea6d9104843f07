// @ts-check
/*
 * Boots Newsroom on the database that the environment names, and ends it: the database then holds the tables, indexes and settings of
 * a fresh Newsroom.
 *
 * Usage: node boot-once.js
 */
'use strict';

const path = require('node:path');
const { createStrapi } = require('@strapi/strapi');

const ROOT = path.resolve(__dirname, '../..');

async function bootOnce() {
  const strapi = await createStrapi({ appDir: ROOT, distDir: path.join(ROOT, 'dist') }).load();
  await strapi.destroy();
}

void bootOnce().then(() => process.exit(0));
