import { setTimeout as wait } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';

const LOOK_EVERY_MS = 20;
const LONGEST_WAIT_MS = 30_000;

interface Pool {
  numUsed(): number;
  numPendingAcquires(): number;
}

/** Strapi reads on after it has answered, to tell listeners what was written. Ending the database then is an error. */
async function databaseIsIdle(strapi: Core.Strapi): Promise<void> {
  const { pool } = strapi.db.connection.client as { pool: Pool };
  const deadline = Date.now() + LONGEST_WAIT_MS;
  while (pool.numUsed() + pool.numPendingAcquires() > 0 && Date.now() < deadline) await wait(LOOK_EVERY_MS);
}

/** Ends Strapi when the database has nothing left to do. */
export async function stop(strapi: Core.Strapi): Promise<void> {
  await databaseIsIdle(strapi);
  await strapi.destroy();
}
