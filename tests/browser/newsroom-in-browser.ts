import type { Browser } from 'playwright-core';
import { launchChromium } from './chromium';
import { openPanel, type Panel, registerAdministrator, signIn } from './panel';
import { type Server, startServer } from './server';

/** A newsroom with its first administrator, who has signed in to the panel. */
export interface NewsroomInBrowser {
  readonly server: Server;
  readonly panel: Panel;
  readonly browserVersion: string;
  readonly close: () => Promise<void>;
}

/**
 * @param pages the path of what is imported at the start.
 * @param settings environment variables of the server's configuration.
 */
export async function openNewsroom(pages: string, settings: Readonly<Record<string, string>> = {}): Promise<NewsroomInBrowser> {
  const browser: Browser = await launchChromium();
  const server = await startServer(pages, settings);
  await registerAdministrator(server.url);
  const panel = await openPanel(browser, server.url);
  await signIn(panel);
  return {
    server,
    panel,
    browserVersion: browser.version(),
    async close() {
      await browser.close();
      await server.stop();
    },
  };
}
