import { setTimeout as wait } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { reasonOf } from '../plugins/importer/server/src/services/for-commands';

const LOOK_EVERY_MS = 20;
const LONGEST_WAIT_MS = 30_000;

interface Pool {
  numUsed(): number;
  numPendingAcquires(): number;
}

interface WebhookRunner {
  readonly queue: { readonly running: number };
}

/** Strapi reads on after it has answered, and webhooks go on after that. Ending the database then is an error. */
async function everythingIsDone(strapi: Core.Strapi): Promise<void> {
  const { pool } = strapi.db.connection.client as { pool: Pool };
  const { queue } = strapi.get<WebhookRunner>('webhookRunner');
  const isBusy = () => pool.numUsed() + pool.numPendingAcquires() + queue.running > 0;
  const deadline = Date.now() + LONGEST_WAIT_MS;
  while (isBusy() && Date.now() < deadline) await wait(LOOK_EVERY_MS);
}

/** Ends Strapi when it has nothing left to do. What a database that is lost leaves undone hides no other error. */
export async function stop(strapi: Core.Strapi): Promise<void> {
  await everythingIsDone(strapi);
  await strapi.destroy().catch((cause: unknown) => strapi.log.warn(`The database was not closed as it should be: ${reasonOf(cause)}`));
}
