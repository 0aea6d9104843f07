import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const given = process.env.CHROMIUM_PATH;
const found = (given ? [given] : USUAL_PLACES).find((place) => existsSync(place));

/** Whether there is one on this machine. */
export const hasChromium = (): boolean => found !== undefined;

/** @throws Error that says how to get Chromium where there is none. */
function findChromium(): string {
  if (found !== undefined) return found;
  const missing = given ? `CHROMIUM_PATH names ${given}, and there is no such file.` : 'The browser tests need Chromium, and found none.';
  throw new Error(`${missing} Install it (Debian, Ubuntu: apt-get install chromium), or set CHROMIUM_PATH to where it is.`);
}

export const launchChromium = (): Promise<Browser> => chromium.launch({ executablePath: findChromium(), args: FLAGS });
