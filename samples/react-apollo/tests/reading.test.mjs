// The page for everybody: by keyboard alone, on a phone, in the dark, and by what axe knows of screen readers and contrast.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { changeDocument, makeDocument, readDocument } from './support/documents.mjs';
import { arrive, browserIsMissing, signIn, startBrowser } from './support/person.mjs';
import { startSample } from './support/sample.mjs';

const skip = browserIsMissing;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let browser;
let sample;
before(async () => {
  if (!skip) {
    [sample, browser] = await Promise.all([startSample(), startBrowser()]);
  }
});
after(async () => {
  await browser?.close();
  await sample?.stop();
});

/** Presses Tab until something of that name has the focus, and looks whether it can be seen that it has. */
async function tabTo(page, name) {
  for (let presses = 0; presses < 30; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      return { name: element.labels?.[0]?.textContent ?? element.textContent, outline: getComputedStyle(element).outlineStyle };
    });
    if (focused.name.trim().startsWith(name)) {
      assert.notEqual(focused.outline, 'none', `${name} shows its focus`);
      return;
    }
  }

  assert.fail(`Tab does not lead to ${name}`);
}

/** What axe finds wrong, and whether anything is wider than the window. */
async function judge(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  const width = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return { violations: found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`)), tooWide: Math.max(width, 0) };
}

const nothing = { violations: [], tooWide: 0 };

test('everything goes by keyboard alone', { skip }, async () => {
  const { page, keep, row, wrong } = await arrive(browser, sample);
  await tabTo(page, 'Sign in');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/dev/authorize**');
  await tabTo(page, 'bob');
  await page.keyboard.press('Enter');
  await row('Salary talk').waitFor();

  await tabTo(page, 'New document');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Title');
  await page.keyboard.type('Without a mouse');
  await tabTo(page, 'Text');
  await page.keyboard.type('Line one.');
  await tabTo(page, 'Save');
  await page.keyboard.press('Enter');
  await page.getByText('written by bob, version 1').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Without a mouse', 'The focus is at the heading of what was opened.');

  await tabTo(page, 'User name');
  await page.keyboard.type('carol');
  await page.keyboard.press('Enter');
  await page.getByText('Shared with carol.').waitFor();
  await tabTo(page, 'Delete…');
  await keep('keyboard');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Keep it');
  await page.keyboard.press('Escape');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Delete…');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Delete');
  await page.keyboard.press('Enter');
  await row('Without a mouse').waitFor({ state: 'detached' });
  await tabTo(page, 'Salary talk');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 2, name: 'Salary talk' }).waitFor();
  await page.goBack();
  assert.match(await page.evaluate(() => document.activeElement.textContent), /^Salary talk/, 'The focus is where it was in the list.');

  await page.reload();
  await row('Salary talk').waitFor();
  await tabTo(page, 'Skip the list');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'document');
  assert.deepEqual(wrong, []);
});

for (const [place, options] of [
  ['on a phone', { viewport: { width: 360, height: 740 } }],
  ['on a phone in the dark', { viewport: { width: 360, height: 740 }, colorScheme: 'dark' }],
  ['on a desktop', {}],
  ['on a desktop in the dark', { colorScheme: 'dark' }],
]) {
  test(`each state is readable ${place}`, { skip }, async () => {
    const name = place.slice('on a '.length).replaceAll(' ', '-');
    const title = `A title that is rather long, for ${'a-word-without-a-single-blank-in-it-'.repeat(3)} ${name}`;
    const { id } = await makeDocument(sample, 'bob', { title, text: `${'https://example.com/'.repeat(8)}\nA second line.`, editors: ['erin'] });
    const bob = await arrive(browser, sample, undefined, options);
    const { page } = bob;
    const look = async (state) => {
      await bob.keep(`${name}-${state}`);
      assert.deepEqual(await judge(page), nothing, state);
    };

    await look('sign-in');
    await signIn(page, 'bob');
    await look('list');
    await bob.openDocument(title);
    await look('document');
    await bob.field('Title').fill('');
    await bob.press('Save');
    await page.locator('[aria-invalid=true]').waitFor();
    await look('problem');
    await bob.field('Title').fill('Mine');
    await changeDocument(sample, 'erin', { id, title: `${title}, hers`, text: 'Hers.' });
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await bob.press('Compare');
    await look('conflict');
    await bob.page.route(sample.api, (route) => route.abort());
    await bob.press('Save what is chosen');
    await page.getByText('Not saved; what you typed is kept.').waitFor();
    await look('unreachable');
    await page.unrouteAll();
    await bob.press('Try again');
    await bob.press('Save');
    await page.getByText('Saved.', { exact: true }).waitFor();
    await bob.press('Delete…');
    await look('delete');
    assert.equal((await readDocument(sample, 'bob', id)).title, 'Mine');
  });
}
