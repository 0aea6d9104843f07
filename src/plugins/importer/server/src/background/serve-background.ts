import type { Core } from '@strapi/strapi';
import { messageOf } from '../import/source/fault';
import type { BackgroundService } from '../services/background';

const backgroundOf = (strapi: Core.Strapi) => strapi.plugin('importer').service<BackgroundService>('background');

/** Goes on with what was interrupted as soon as requests are answered. A command that serves nobody leaves it alone. */
export function goOnWhenServing(strapi: Core.Strapi): void {
  strapi.server.httpServer.once('listening', () => {
    backgroundOf(strapi)
      .watch()
      .catch((cause: unknown) => strapi.log.error(`Imports can't be looked after: ${messageOf(cause)}`));
  });
}

/** Interrupts what goes on, so that it is at a clean end when the database closes. */
export const endBackground = (strapi: Core.Strapi): Promise<void> => backgroundOf(strapi).close();
