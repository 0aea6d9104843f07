import type { Server } from 'node:http';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { ALONE, type Throttle } from '../import/write/throttle';

/** How long a chunk takes while requests are answered: SQLite's keeps the whole process, and they wait for its end. */
const ON_SQLITE_MS = 8;

/**
 * A server writes in a process of its own, and requests are answered meanwhile. Of a chunk as short as SQLite's most would be the
 * way there and back (measured: six times as many pages in the same time as with 8 milliseconds, and half of what 150 write).
 */
const ON_SERVER_MS = 40;

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
const isServing = (strapi: Core.Strapi): boolean => serverOf(strapi).listening;

const servingMs = (strapi: Core.Strapi) => (strapi.db.dialect.client === 'sqlite' ? ON_SQLITE_MS : ON_SERVER_MS);

/**
 * The throttle of an import inside a Strapi that may be serving: then chunks are short, and requests go first.
 */
export function createThrottle(strapi: Core.Strapi): Throttle {
  const openRequests = watchRequests(serverOf(strapi));

  return {
    targetMs: () => (isServing(strapi) ? servingMs(strapi) : ALONE.targetMs()),
    async turn() {
      // What has come in meanwhile is seen by the server only now.
      await nextTurn();
      const patience = Date.now() + MOST_PATIENCE_MS;
      while (openRequests() > 0 && Date.now() < patience) await wait(LOOK_EVERY_MS);
    },
  };
}
