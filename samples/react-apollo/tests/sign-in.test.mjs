// Signing in and out, and whose documents are there.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { arrive, browserIsMissing, signIn, startBrowser } from './support/person.mjs';
import { startSample } from './support/sample.mjs';

const skip = browserIsMissing;
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

test('alice and bob each see what is theirs, and the page asks no other host', { skip }, async () => {
  const alice = await arrive(browser, sample);
  await alice.keep('sign-in');
  await signIn(alice.page, 'alice');
  const bob = await arrive(browser, sample, 'bob');
  await alice.keep('alice');

  assert.deepEqual(await alice.titles(), ['Mirror, polishing log', 'Plan to buy Globex', 'Price list', 'Offer for the observatory']);
  assert.deepEqual(await bob.titles(), ['Salary talk', 'Mirror, polishing log', 'Offer for the observatory']);
  for (const person of [alice, bob]) {
    assert.deepEqual([...person.origins].sort(), [sample.origin, new URL(sample.api).origin].sort());
    assert.deepEqual(person.wrong, []);
  }
});

test('after signing out another person signs in on the same page and finds nothing of the first', { skip }, async () => {
  const person = await arrive(browser, sample, 'alice');
  await person.openDocument('Price list');
  await person.page.getByLabel('Text', { exact: true }).fill('A secret draft.');
  await person.page.getByRole('button', { name: 'Sign out' }).click();
  await person.page.getByRole('button', { name: 'Sign in' }).waitFor();
  const kept = await person.page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
  await signIn(person.page, 'bob');

  assert.equal(kept, '{}');
  assert.deepEqual(await person.titles(), ['Salary talk', 'Mirror, polishing log', 'Offer for the observatory']);
  assert.deepEqual(person.wrong, []);
});

test('a sign-in that does not fit is told, and the next one works', { skip }, async () => {
  const person = await arrive(browser, sample);
  await person.page.goto(`${sample.origin}/?code=stolen&state=unknown`);
  await person.page.getByText('You could not be signed in').waitFor();
  await person.keep('sign-in-refused');
  await signIn(person.page, 'carol');

  assert.deepEqual(await person.titles(), ['Offer for the observatory']);
  assert.equal(person.page.url(), `${sample.origin}/`);
});

test('what `npm start` serves, which runs each effect twice, signs in as well', { skip }, async () => {
  const origin = await sample.startForDevelopment();
  const alice = await arrive(browser, { ...sample, origin }, 'alice');
  await alice.openDocument('Price list');

  assert.deepEqual(alice.operations, ['Documents', 'Document']);
  assert.deepEqual(alice.wrong, []);
});

test('while the server is down nobody can sign in or out, is told so, and this page forgets who was there', { skip }, async () => {
  const person = await arrive(browser, sample, 'alice');
  await person.openDocument('Price list');
  await person.field('Text').fill('Not saved.');
  await sample.server.stop();
  await person.page.reload();
  await person.press('Sign out');
  await person.press('Sign in');
  await person.page.getByText('You could not be signed in. The server can’t be reached.').waitFor();
  await person.keep('sign-in-unreachable');
  assert.equal(await person.page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage })), '{}');

  await sample.bringServerBack();
  await signIn(person.page, 'bob');
  assert.deepEqual(await person.titles(), ['Salary talk', 'Mirror, polishing log', 'Offer for the observatory']);
});
