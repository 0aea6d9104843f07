import type { Core } from '@strapi/strapi';

/** Who has told a process to end mostly waits ten seconds before it is killed. */
const LONGEST_MS = 8_000;

/**
 * Ends a server in time that was told to end, also when what it does waits for a lock of the database: whatever is not committed then
 * is taken back by the database, and gone on with after the next start. Call it in `register`.
 */
export function endInTime(strapi: Core.Strapi): void {
  const end = () => {
    setTimeout(() => {
      strapi.log.warn('Ended in the middle of work, which the database did not let come to its end');
      process.exit(1);
    }, LONGEST_MS).unref();
  };
  strapi.server.httpServer.once('listening', () => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, end);
  });
}
