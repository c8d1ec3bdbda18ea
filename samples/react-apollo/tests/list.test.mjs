// The list: pages by scrolling or by the button, and its filter; each with the requests it takes.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { makeDocument } from './support/documents.mjs';
import { arrive, browserIsMissing, startBrowser } from './support/person.mjs';
import { startSample } from './support/sample.mjs';

const skip = browserIsMissing;
let browser;
let sample;
before(async () => {
  if (!skip) {
    [sample, browser] = await Promise.all([startSample(), startBrowser()]);
    for (let number = 1; number <= 44; number++) {
      await makeDocument(sample, 'dora', { title: `Delivery ${number}`, text: number % 10 === 0 ? 'By ship.' : 'By train.', readers: [] });
    }
  }
});
after(async () => {
  await browser?.close();
  await sample?.stop();
});

const deliveries = (from, to) => Array.from({ length: from - to + 1 }, (_, index) => `Delivery ${from - index}`);

test('scrolling to the end reads the pages one by one, each once', { skip }, async () => {
  const dora = await arrive(browser, sample, 'dora');
  assert.deepEqual(await dora.titles(), deliveries(44, 25));

  const sent = await dora.sentDuring(async () => {
    await dora.page.locator('.row').last().scrollIntoViewIfNeeded();
    await dora.page.getByText('40 of 45 documents').waitFor();
    await dora.page.locator('.row').last().scrollIntoViewIfNeeded();
    await dora.page.getByText('45 of 45 documents').waitFor();
    await dora.page.locator('.row').last().scrollIntoViewIfNeeded();
  });

  assert.deepEqual(await dora.titles(), [...deliveries(44, 1), 'Globex price list']);
  assert.deepEqual(sent, ['Documents', 'Documents']);
  assert.equal(await dora.page.getByRole('button', { name: 'Load more' }).count(), 0);
  assert.deepEqual(dora.wrong, []);
});

test('the button does the same, and the focus goes on at the first document that came', { skip }, async () => {
  const dora = await arrive(browser, sample, 'dora');

  await dora.page.getByRole('button', { name: 'Load more' }).evaluate((button) => {
    button.focus({ preventScroll: true });
    button.click();
  });
  await dora.page.waitForFunction(() => document.activeElement.textContent.startsWith('Delivery'));

  assert.match(await dora.page.evaluate(() => document.activeElement.textContent), /^Delivery 24you/);
});

test('a filter is one request when the typing stops, and the list is what meets it', { skip }, async () => {
  const dora = await arrive(browser, sample, 'dora');

  const sent = await dora.sentDuring(async () => {
    await dora.page.getByLabel('Title or text contains').pressSequentially('By ship', { delay: 20 });
    await dora.page.getByText('4 of 4 documents').waitFor();
  });

  assert.deepEqual(sent, ['Documents']);
  assert.deepEqual(await dora.titles(), ['Delivery 40', 'Delivery 30', 'Delivery 20', 'Delivery 10']);
  await dora.page.getByLabel('Show').selectOption('Shared with me');
  await dora.page.getByText('No document.').waitFor();
  await dora.keep('nothing-found');
});

test('a page that fails is told, and read by the button alone', { skip }, async () => {
  const dora = await arrive(browser, sample, 'dora');
  await dora.page.route(sample.api, (route) => route.abort());
  const sent = await dora.sentDuring(async () => {
    await dora.page.locator('.row').last().scrollIntoViewIfNeeded();
    await dora.page.getByRole('navigation').getByText('The server can’t be reached').waitFor();
    await dora.page.locator('.row').first().scrollIntoViewIfNeeded();
    await dora.page.getByRole('button', { name: 'Load more' }).scrollIntoViewIfNeeded();
    await dora.keep('page-failed');
  });
  await dora.page.unrouteAll();
  await dora.press('Load more');
  await dora.page.getByText('40 of 45 documents').waitFor();

  assert.deepEqual(sent, ['Documents']);
  assert.equal(await dora.page.getByText('The server can’t be reached').count(), 0);
});

test('a new document does not show up among what a filter shows, but it does without', { skip }, async () => {
  const dora = await arrive(browser, sample, 'dora');
  await dora.page.getByLabel('Title or text contains').fill('Globex');
  await dora.page.getByText('1 of 1 documents').waitFor();
  await dora.page.getByRole('link', { name: 'New document' }).click();
  await dora.field('Title').fill('Customs');
  await dora.press('Save');
  await dora.page.getByText('written by dora, version 1').waitFor();
  assert.deepEqual(await dora.titles(), ['Globex price list']);

  await dora.page.getByLabel('Title or text contains').fill('');
  await dora.page.getByText('20 of 46 documents').waitFor();
  assert.deepEqual((await dora.titles()).slice(0, 2), ['Customs', 'Delivery 44']);
});
