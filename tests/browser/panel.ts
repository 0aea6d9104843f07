import type { Browser, Page } from 'playwright-core';
import { EDITOR } from '../helpers/panel-login';

/** Strapi asks for what the free edition doesn't have, and takes the answer for no. */
const ASKED_IN_VAIN = /\/admin\/ai-feature-config|\/i18n\/ai-localization-jobs\/|\/content-manager\/preview\/url\//;

export interface Panel {
  readonly page: Page;
  /** What went wrong in the browser so far. */
  readonly errors: readonly string[];
  /** Opens a page of the panel by its path below `/admin`. */
  readonly open: (path: string) => Promise<void>;
  /** The page as a person reads it, with single spaces. */
  readonly text: () => Promise<string>;
}

/** Opens a window as wide as a small laptop's, in the time zone of the pages. */
export async function openPanel(browser: Browser, url: string): Promise<Panel> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-US', timezoneId: 'Asia/Baku' });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    const { url: source } = message.location();
    if (message.type() === 'error' && !ASKED_IN_VAIN.test(source)) errors.push(`${message.text()} ${source}`);
  });
  return {
    page,
    errors,
    open: async (path) => {
      await page.goto(`${url}/admin${path}`);
    },
    text: async () => (await page.locator('body').innerText()).replace(/\s+/g, ' '),
  };
}

/** Makes the first administrator. */
export async function registerAdministrator(url: string): Promise<void> {
  const answer = await fetch(`${url}/admin/register-admin`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(EDITOR),
  });
  if (!answer.ok) throw new Error(`The administrator could not be registered: ${answer.status} ${await answer.text()}`);
}

/** Who signs in to the panel. */
interface Person {
  readonly email: string;
  readonly password: string;
}

/** Signs in through the form, and waits for the home page. */
export async function signInAs({ page, open }: Panel, { email, password }: Person): Promise<void> {
  await open('/');
  await page.getByLabel('Email').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.getByRole('button', { name: 'Login' }).click();
  await page.getByRole('heading', { name: /^Hello/ }).waitFor();
}

/** Signs the first administrator in, and closes Strapi's news of itself. */
export async function signIn(panel: Panel): Promise<void> {
  await signInAs(panel, EDITOR);
  await panel.page.getByRole('button', { name: 'Close the banner' }).click();
}

/** Chooses the interface language in the profile, whatever language it is shown in now. */
export async function chooseLanguage({ page, open }: Panel, language: string): Promise<void> {
  await open('/me');
  await page.getByRole('combobox').first().click();
  await page.getByRole('option', { name: language }).click();
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.url().endsWith('/admin/users/me'));
  await page.locator('button[type=submit]').click();
  await saved;
}
