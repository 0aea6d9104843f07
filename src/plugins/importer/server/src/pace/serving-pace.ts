import type { Server } from 'node:http';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { ALONE, type Pace } from '../pipeline/chunk/pace';

/** A chunk keeps the database for so long while requests are answered, which wait for it. */
const SERVING_MS = 8;

/** An import waits for requests so long before a chunk, and then goes on: it must come to an end under any load. */
const MOST_PATIENCE_MS = 40;
const LOOK_EVERY_MS = 1;

/** Counts the requests that are being answered. */
function watchRequests(server: Server): () => number {
  let open = 0;
  server.on('request', (_request, response) => {
    open += 1;
    response.once('close', () => (open -= 1));
  });
  return () => open;
}

const serverOf = (strapi: Core.Strapi) => strapi.server.httpServer as Server;

/** Whether this process answers requests. */
export const isServing = (strapi: Core.Strapi): boolean => serverOf(strapi).listening;

/**
 * The pace of an import inside a Strapi that may be serving: then chunks are short, and requests go first.
 */
export function createPace(strapi: Core.Strapi): Pace {
  const openRequests = watchRequests(serverOf(strapi));

  return {
    targetMs: () => (isServing(strapi) ? SERVING_MS : ALONE.targetMs()),
    async turn() {
      // What has come in meanwhile is seen by the server only now.
      await nextTurn();
      const patience = Date.now() + MOST_PATIENCE_MS;
      while (openRequests() > 0 && Date.now() < patience) await wait(LOOK_EVERY_MS);
    },
  };
}
