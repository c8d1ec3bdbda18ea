// Banana Cake Pop as a person finds it at /graphql.
import assert from 'node:assert/strict';
import { after, before, beforeEach, afterEach, test } from 'node:test';
import { startServer } from '../clients/support/server.mjs';
import { browserIsMissing, keep, startBrowser } from './support/browser.mjs';

const skip = browserIsMissing;
let server;
let browser;
let page;
let origin;
let asked;
let wrong;

before(async () => {
  if (!skip) {
    server = await startServer();
    browser = await startBrowser();
    origin = new URL(server.url).origin;
  }
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

beforeEach(async () => {
  if (skip) {
    return;
  }

  asked = new Set();
  wrong = [];
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(20_000);
  page.context().on('request', (request) => asked.add(new URL(request.url()).origin));
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.location().url.endsWith('/service-worker.js')) {
      wrong.push(message.text());
    }
  });
});
afterEach(() => page?.close());

async function open(button) {
  await page.goto(server.url);
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('button', { name: 'Create Document' }).click();
  await page.getByText('Schema available').waitFor();
}

async function run() {
  const [response] = await Promise.all([
    page.waitForResponse((candidate) => candidate.request().postData()?.includes('query Me') ?? false),
    page.getByRole('button', { name: 'Run Operation' }).click(),
  ]);
  return await response.json();
}

test('it shows the schema and runs a query as the person chosen, then as another, and asks no other host', { skip }, async () => {
  await open(/^alice/);
  const asAlice = await run();
  await page.getByText('"alice"').waitFor();
  await keep(page, 'explorer-alice');
  await page.getByText('Schema Reference').click();
  await page.getByText('notebooks').first().waitFor();
  await keep(page, 'explorer-schema');
  await open(/^bob/);
  const asBob = await run();
  await page.getByText('"bob"').waitFor();
  await keep(page, 'explorer-bob');

  assert.deepEqual(asAlice, { data: { viewer: { subject: 'alice' } } });
  assert.deepEqual(asBob, { data: { viewer: { subject: 'bob' } } });
  assert.deepEqual([...asked], [origin]);
  assert.deepEqual(wrong, []);
});

test('without signing in nobody is the viewer', { skip }, async () => {
  await open(/^Without/);

  assert.deepEqual(await run(), { data: { viewer: null } });
  assert.deepEqual(wrong, []);
});

test('the choice is usable by keyboard, fits a phone, and says who is signed in', { skip }, async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(server.url);
  await keep(page, 'explorer-choice-phone');
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/graphql/ui/');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(server.url);
  await page.getByText('Go on as alice').waitFor();
  await keep(page, 'explorer-choice');

  assert.equal(width, 360);
  assert.deepEqual([...asked], [origin]);
});
