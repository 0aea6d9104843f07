// @ts-check
/*
 * A newsroom that serves in a process of its own, which may be killed at any moment. Tells its parent the port that it listens on.
 *
 * Usage: fork(serving-child.js), with the database in the environment
 */
'use strict';

const path = require('node:path');
const { createStrapi } = require('@strapi/strapi');

const ROOT = path.resolve(__dirname, '../..');

async function main() {
  const strapi = await createStrapi({ appDir: ROOT, distDir: path.join(ROOT, 'dist') }).load();
  await strapi.listen();
  process.send?.({ port: strapi.server.httpServer.address().port });
  process.on('message', () => process.send?.(memoryUsage()));
}

/** What this process holds once what nobody needs is collected, as far as it was started with `--expose-gc`. */
function memoryUsage() {
  for (let time = 0; time < 3; time += 1) global.gc?.();
  return process.memoryUsage();
}

main().catch((cause) => {
  process.stderr.write(`${cause.stack}\n`);
  process.exit(1);
});
