// A person at a browser of their own, and what their page did.
import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const screenshots = fileURLToPath(new URL('../../../../artifacts/screenshots', import.meta.url));

/** For tests that are left out without it. */
export const browserIsMissing = existsSync(executablePath) ? false : `${executablePath} is missing`;

/** As root, Chromium's own sandbox can't be. */
export const startBrowser = () => chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });

/** Opens the sample's page, and signs in where `subject` says as whom. */
export async function arrive(browser, sample, subject, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const person = { page, context, operations: [], origins: new Set(), wrong: [] };
  page.on('request', (request) => {
    person.origins.add(new URL(request.url()).origin);
    if (request.url() === sample.api && request.method() === 'POST') {
      person.operations.push(request.postDataJSON().operationName);
    }
  });
  page.on('pageerror', (error) => person.wrong.push(error.message));
  page.on('console', (message) => message.type() === 'error' && person.wrong.push(message.text()));

  /** The operations that were sent meanwhile, by name. */
  person.sentDuring = async (action) => {
    const before = person.operations.length;
    await action();
    return person.operations.slice(before);
  };
  /** Keeps what the person sees, in artifacts/screenshots. */
  person.keep = async (name) => {
    mkdirSync(screenshots, { recursive: true });
    await page.screenshot({ path: `${screenshots}/react-${name}.png` });
  };
  person.titles = () => page.locator('.row strong').allTextContents();
  person.row = (title) => page.locator('.row', { hasText: title });
  person.openDocument = async (title) => {
    await person.row(title).click();
    await page.getByRole('heading', { level: 2, name: title }).waitFor();
  };

  person.field = (label) => page.getByLabel(label, { exact: true });
  person.press = (name) => page.getByRole('button', { name, exact: true }).click();
  /** Lets the requests of an operation wait, until the function that it gives is called. */
  person.hold = async (operation) => {
    let goOn;
    const released = new Promise((resolve) => {
      goOn = resolve;
    });
    await page.route(sample.api, async (route) => {
      if (route.request().postDataJSON()?.operationName === operation) {
        await released;
      }

      await route.continue();
    });
    return async () => {
      goOn();
      await page.unrouteAll({ behavior: 'wait' });
    };
  };

  await page.goto(sample.origin);
  if (subject) {
    await signIn(page, subject);
  }

  return person;
}

/** Changes what the tab keeps of the sign-in, as time or a thief would. */
export const changeTokens = (page, changes) =>
  page.evaluate((changed) => {
    const key = Object.keys(sessionStorage).find((name) => name.startsWith('oidc.user:'));
    sessionStorage.setItem(key, JSON.stringify({ ...JSON.parse(sessionStorage.getItem(key)), ...changed }));
  }, changes);

export async function signIn(page, subject, button = 'Sign in') {
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.getByRole('button', { name: new RegExp(`^${subject}`) }).click();
  await page.getByText(`signed in as ${subject}`).waitFor();
  await page.getByText(/\d+ of \d+ documents|No document/).waitFor();
}
