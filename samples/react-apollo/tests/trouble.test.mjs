// What can go wrong while a person writes: each is told with a way on, and nothing that was typed is lost.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { changeDocument, makeDocument, readDocument } from './support/documents.mjs';
import { arrive, browserIsMissing, changeTokens, startBrowser } from './support/person.mjs';
import { startSample } from './support/sample.mjs';

const skip = browserIsMissing;
const past = Math.floor(Date.now() / 1000) - 60;
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

/** A person who has typed into a document of theirs. */
async function typing(subject, title, text) {
  const { id } = await makeDocument(sample, subject, { title, text: 'As it was.' });
  const person = await arrive(browser, sample, subject);
  await person.openDocument(title);
  await person.field('Text').fill(text);
  person.renewals = 0;
  person.page.on('request', (request) => {
    person.renewals += request.url().endsWith('/dev/token') ? 1 : 0;
  });
  return { ...person, id, person };
}

test('an expired token is renewed with the next request, once for all that are asked at the same time', { skip }, async () => {
  const { person, page } = await typing('bob', 'Expiry', 'Typed.');
  await changeTokens(page, { expires_at: past });
  await page.reload();
  await page.getByText('version 1').waitFor();
  await page.getByText(/of \d+ documents/).waitFor();

  assert.equal(person.renewals, 1);
  assert.equal(await person.field('Text').inputValue(), 'Typed.');
  await person.press('Save');
  await page.getByText('version 2').waitFor();
  assert.deepEqual(person.wrong, []);
});

test('a token that the server refuses is renewed, and the request sent again', { skip }, async () => {
  const { person, page } = await typing('bob', 'Refusal', 'Typed.');
  await changeTokens(page, { access_token: 'no.good.token' });
  const sent = await person.sentDuring(async () => {
    await person.press('Save');
    await page.getByText('version 2').waitFor();
  });

  assert.deepEqual(sent, ['UpdateDocument', 'UpdateDocument']);
  assert.equal(person.renewals, 1);
  assert.equal(await page.getByText('sign-in has ended').count(), 0);
});

test('where nothing can be renewed a banner asks to sign in, and afterwards the text is there and can be saved', { skip }, async () => {
  const { person, page, id } = await typing('bob', 'Ended', 'Typed before the end.');
  await changeTokens(page, { expires_at: past, refresh_token: 'gone' });
  await person.press('Save');
  await page.getByRole('button', { name: 'Sign in again' }).waitFor();
  await person.keep('sign-in-ended');
  assert.equal(await person.field('Text').inputValue(), 'Typed before the end.');

  await person.press('Sign in again');
  await page.getByRole('button', { name: /^bob/ }).click();
  await page.getByRole('heading', { level: 2, name: 'Ended' }).waitFor();
  assert.equal(await page.getByRole('button', { name: 'Sign in again' }).count(), 0);
  assert.equal(await person.field('Text').inputValue(), 'Typed before the end.');
  await person.press('Save');
  await page.getByText('version 2').waitFor();
  assert.equal((await readDocument(sample, 'bob', id)).text, 'Typed before the end.');
});

test('while the server is down nothing typed is lost, and when it is back it is saved', { skip }, async () => {
  const { person, page, id } = await typing('alice', 'Outage', 'Typed in the dark.');
  await sample.server.stop();
  await person.press('Save');
  await page.getByRole('button', { name: 'Try again' }).waitFor();
  await page.getByText('Not saved; what you typed is kept.').waitFor();
  await person.row('Plan to buy Globex').click();
  await page.locator('#document').getByText('The server can’t be reached').waitFor();
  await person.keep('server-down');

  await sample.bringServerBack();
  await page.locator('header ~ .notice').getByRole('button', { name: 'Try again' }).click();
  await page.getByText('Nobody else may know.').waitFor();
  await page.locator('.notice').waitFor({ state: 'detached' });
  await person.openDocument('Outage');
  assert.equal(await person.field('Text').inputValue(), 'Typed in the dark.');
  await person.press('Save');
  await page.getByText('version 2').waitFor();
  assert.equal((await readDocument(sample, 'alice', id)).text, 'Typed in the dark.');
});

test('a reading that fails takes away nothing that is shown, and the banner goes with the next one that does not', { skip }, async () => {
  const { person, page } = await typing('bob', 'Flaky', 'Typed meanwhile.');
  const look = () => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await page.route(sample.api, (route) => route.abort());
  await look();
  await page.getByText('The server can’t be reached.').waitFor();
  assert.equal(await person.field('Text').inputValue(), 'Typed meanwhile.');
  assert.equal(await page.getByRole('button', { name: 'Save' }).count(), 1);

  await page.unrouteAll();
  await look();
  await page.locator('.notice').waitFor({ state: 'detached' });
  assert.equal(await person.field('Text').inputValue(), 'Typed meanwhile.');
});

test('who is overtaken sees both versions and chooses part by part', { skip }, async () => {
  const { person, page, id } = await typing('bob', 'Contract', 'Mine.');
  await changeDocument(sample, 'bob', { id, title: 'Contract, signed', text: 'Theirs.' });
  await person.press('Save');
  await page.getByText('Somebody changed this document').waitFor();
  await person.keep('conflict');

  const chosen = () => page.locator('.side:has(:checked)').allInnerTexts();
  assert.deepEqual((await chosen()).map((text) => text.trim().replace(/\s+/g, ' ')), ['As it is now Contract, signed', 'Yours Mine.']);
  await page.getByLabel('Both, one after the other').check();
  await person.press('Save what is chosen');
  await page.getByText('version 3').waitFor();

  const { title, text } = await readDocument(sample, 'bob', id);
  assert.deepEqual({ title, text }, { title: 'Contract, signed', text: 'Theirs.\n\nMine.' });
  assert.equal(await page.getByText('Somebody changed this document').count(), 0);
  assert.deepEqual(person.wrong, []);
});

test('another change meanwhile is shown as soon as the page looks, and a part that nobody else touched needs no choice', { skip }, async () => {
  const { person, page, id } = await typing('bob', 'Minutes', 'As it was. And more.');
  await changeDocument(sample, 'bob', { id, title: 'Minutes of May' });
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await page.getByText('Somebody changed this document').waitFor();
  await person.field('Text').pressSequentially(' Typed on.');
  await person.keep('changed-meanwhile');
  await person.press('Compare');
  await person.press('Save what is chosen');
  await page.getByText('version 3').waitFor();

  const { title, text } = await readDocument(sample, 'bob', id);
  assert.deepEqual({ title, text }, { title: 'Minutes of May', text: 'As it was. And more. Typed on.' });
});

test('a change of something else, such as with whom it is shared, asks nothing of who is writing', { skip }, async () => {
  const { person, page, id } = await typing('bob', 'Shared meanwhile', 'Mine.');
  await changeDocument(sample, 'bob', { id, readers: ['carol'] });
  const sent = await person.sentDuring(async () => {
    await person.press('Save');
    await page.getByText('version 3').waitFor();
  });

  assert.deepEqual(sent, ['UpdateDocument', 'Document', 'UpdateDocument']);
  assert.equal(await page.getByText('Somebody changed this document').count(), 0);
  const { text, readers } = await readDocument(sample, 'bob', id);
  assert.deepEqual({ text, readers }, { text: 'Mine.', readers: ['carol'] });
});

test('a document to which access is taken away goes from the list, and what was typed can be taken along', { skip }, async () => {
  const { id } = await makeDocument(sample, 'alice', { title: 'Shared for a while', editors: ['bob'] });
  const bob = await arrive(browser, sample, 'bob', { permissions: ['clipboard-read', 'clipboard-write'] });
  await bob.openDocument('Shared for a while');
  await bob.field('Text').fill('Typed too late.');
  await changeDocument(sample, 'alice', { id, editors: [] });
  await bob.press('Save');
  await bob.page.getByText('“Shared for a while” was deleted, or is no longer shared with you.').waitFor();
  await bob.keep('access-lost');

  assert.equal(await bob.row('Shared for a while').count(), 0);
  await bob.press('Copy');
  await bob.page.getByText('Copied.').waitFor();
  assert.match(await bob.page.evaluate(() => navigator.clipboard.readText()), /Typed too late\./);
  await bob.press('Make it a new document');
  assert.equal(await bob.field('Text').inputValue(), 'Typed too late.');
  await bob.press('Save');
  await bob.page.getByText('written by bob, version 1').waitFor();
  assert.deepEqual(bob.wrong, []);
});

test('an open document is read again by itself, so that who looks at it is told', { skip }, async () => {
  const { id } = await makeDocument(sample, 'alice', { title: 'On the wall', readers: ['bob'] });
  const bob = await arrive(browser, sample, 'bob');
  await bob.page.clock.install();
  await bob.openDocument('On the wall');
  await changeDocument(sample, 'alice', { id, readers: [] });
  const sent = await bob.sentDuring(async () => {
    await bob.page.clock.runFor(30_000);
    await bob.page.getByText('“On the wall” was deleted, or is no longer shared with you.').waitFor();
  });

  assert.deepEqual(sent, ['Document']);
  assert.equal(await bob.row('On the wall').count(), 0);
});

test('who may only read from now on keeps what was typed, and has no way to save it there', { skip }, async () => {
  const { id } = await makeDocument(sample, 'alice', { title: 'Read only soon', editors: ['bob'] });
  const bob = await arrive(browser, sample, 'bob');
  await bob.openDocument('Read only soon');
  await bob.field('Text').fill('Typed too late.');
  await changeDocument(sample, 'alice', { id, editors: [], readers: ['bob'] });
  await bob.press('Save');
  await bob.page.getByText('You may no longer change this document').waitFor();
  await bob.keep('reading-only');

  assert.match(await bob.page.getByRole('textbox', { name: 'What you typed' }).inputValue(), /Typed too late\./);
  assert.equal(await bob.page.getByRole('button', { name: 'Save' }).count(), 0);
  assert.equal(await bob.row('Read only soon').count(), 1);
});
