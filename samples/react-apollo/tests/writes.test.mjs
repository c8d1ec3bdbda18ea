// Making, changing, sharing and deleting: seen at once, taken back when it is refused, and what is wrong stands at its input.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { changeDocument, makeDocument, readDocument } from './support/documents.mjs';
import { arrive, browserIsMissing, startBrowser } from './support/person.mjs';
import { startSample } from './support/sample.mjs';

const skip = browserIsMissing;
const tooLong = 'Much '.repeat(41);
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

test('a new document is in the list before the server has it, and then it is open', { skip }, async () => {
  const erin = await arrive(browser, sample, 'erin');
  const release = await erin.hold('CreateDocument');

  const sent = await erin.sentDuring(async () => {
    await erin.page.getByRole('link', { name: 'New document' }).click();
    await erin.field('Title').fill('Moving house');
    await erin.field('Text').fill('In May, if the lease allows.');
    await erin.press('Save');
    await erin.page.locator('.row').getByText('saving…').waitFor();
    await erin.keep('create-held');
    assert.equal((await erin.titles())[0], 'Moving house');
    await release();
    await erin.page.getByRole('heading', { level: 2, name: 'Moving house' }).waitFor();
    await erin.page.getByText('written by erin, version 1').waitFor();
  });

  assert.deepEqual(sent, ['CreateDocument', 'Document']);
  assert.deepEqual((await erin.titles()).filter((title) => title === 'Moving house'), ['Moving house']);
  assert.deepEqual(erin.wrong, []);
});

test('who goes elsewhere while a new document is on its way stays there', { skip }, async () => {
  const carol = await arrive(browser, sample, 'carol');
  const release = await carol.hold('CreateDocument');
  await carol.page.getByRole('link', { name: 'New document' }).click();
  await carol.field('Title').fill('In passing');
  await carol.press('Save');
  await carol.openDocument('Offer for the observatory');
  await release();
  await carol.page.getByRole('link', { name: 'In passing' }).waitFor();

  assert.equal(await carol.page.getByRole('heading', { level: 2 }).innerText(), 'Offer for the observatory');
});

test('a new document that is refused goes from the list, what was typed stays, and the focus is at what is wrong', { skip }, async () => {
  const bob = await arrive(browser, sample, 'bob');
  const before = await bob.titles();
  const release = await bob.hold('CreateDocument');

  await bob.page.getByRole('link', { name: 'New document' }).click();
  await bob.field('Title').fill(tooLong);
  await bob.field('Text').fill('Kept.');
  await bob.press('Save');
  await bob.page.locator('.row').getByText('saving…').waitFor();
  assert.deepEqual((await bob.titles()).length, before.length + 1);
  await release();
  await bob.page.locator('[aria-invalid=true]').waitFor();
  await bob.keep('problem-at-input');

  const title = bob.field('Title');
  assert.deepEqual(await bob.titles(), before);
  assert.equal(await title.inputValue(), tooLong);
  assert.equal(await bob.field('Text').inputValue(), 'Kept.');
  assert.match(await title.evaluate((input) => document.getElementById(input.getAttribute('aria-describedby')).textContent), /200 characters/);
  assert.equal(await title.evaluate((input) => input === document.activeElement), true);
  assert.equal(await bob.field('Text').getAttribute('aria-invalid'), null);
});

test('a change is in the list at once, and taken back when it is refused', { skip }, async () => {
  await makeDocument(sample, 'bob', { title: 'Tyres' });
  const bob = await arrive(browser, sample, 'bob');
  await bob.openDocument('Tyres');
  const release = await bob.hold('UpdateDocument');

  const sent = await bob.sentDuring(async () => {
    await bob.field('Title').fill(tooLong);
    await bob.press('Save');
    await bob.row('Much').waitFor();
    assert.equal(await bob.row('Tyres').count(), 0);
    await release();
    await bob.row('Tyres').waitFor();
    await bob.page.locator('[aria-invalid=true]').waitFor();
    await bob.field('Title').fill('Winter tyres');
    await bob.press('Save');
    await bob.page.getByText('Saved.', { exact: true }).waitFor();
  });

  assert.deepEqual(sent, ['UpdateDocument', 'UpdateDocument']);
  assert.equal(await bob.row('Winter tyres').count(), 1);
  assert.equal(await bob.page.getByText('version 2').count(), 1);
  assert.equal(await bob.page.locator('[aria-invalid=true]').count(), 0);
});

test('what is typed while a change is on its way stays, and is saved next', { skip }, async () => {
  const { id } = await makeDocument(sample, 'bob', { title: 'Chain' });
  const bob = await arrive(browser, sample, 'bob');
  await bob.openDocument('Chain');
  const release = await bob.hold('UpdateDocument');

  await bob.field('Text').fill('Oil it.');
  await bob.press('Save');
  await bob.field('Text').fill('Oil it. Twice.');
  await release();
  await bob.page.getByText('version 2').waitFor();
  await bob.press('Save');
  await bob.page.getByText('version 3').waitFor();

  assert.equal((await readDocument(sample, 'bob', id)).text, 'Oil it. Twice.');
});

test('a deleted document goes at once, and comes back with the reason when it is refused', { skip }, async () => {
  const { id } = await makeDocument(sample, 'bob', { title: 'Old bills' });
  const bob = await arrive(browser, sample, 'bob');
  await bob.openDocument('Old bills');
  await changeDocument(sample, 'bob', { id, text: 'Not so old.' });
  const release = await bob.hold('DeleteDocument');

  await bob.press('Delete…');
  await bob.keep('delete-asked');
  await bob.press('Delete');
  await bob.page.getByText('Choose a document').waitFor();
  assert.equal(await bob.row('Old bills').count(), 0);
  await release();
  await bob.row('Old bills').waitFor();
  await bob.page.getByText('“Old bills” was not deleted').waitFor();
  await bob.keep('delete-refused');

  await bob.openDocument('Old bills');
  await bob.page.getByText('version 2').waitFor();
  const sent = await bob.sentDuring(async () => {
    await bob.press('Delete…');
    await bob.press('Delete');
    await bob.row('Old bills').waitFor({ state: 'detached' });
    await bob.page.waitForLoadState('networkidle');
  });
  assert.deepEqual(sent, ['DeleteDocument']);
  const releaseReading = await bob.hold('Document');
  await bob.page.goBack();
  await bob.page.locator('#document').getByText('Reading…').waitFor();
  await releaseReading();
  await bob.page.getByText('There is no such document for you.').waitFor();
  assert.equal(await readDocument(sample, 'bob', id), null);
});

test('`can` decides what is on the page: all of it, changing, or reading alone', { skip }, async () => {
  const offered = async (subject) => {
    const { page, openDocument, keep, wrong } = await arrive(browser, sample, subject);
    await openDocument('Offer for the observatory');
    await keep(`offer-as-${subject}`);
    assert.deepEqual(wrong, []);
    return await page.locator('#document').getByRole('button').allTextContents();
  };

  assert.deepEqual(await offered('alice'), ['Save', 'Remove', 'Remove', 'Share', 'Delete…']);
  assert.deepEqual(await offered('bob'), ['Save', 'Remove', 'Remove', 'Share']);
  assert.deepEqual(await offered('carol'), []);
});

test('what is shared with another person is in their list, as far as it is shared', { skip }, async () => {
  await makeDocument(sample, 'alice', { title: 'Garden party' });
  const alice = await arrive(browser, sample, 'alice');
  await alice.openDocument('Garden party');
  await alice.field('Text').fill('Typed and not saved.');

  const sent = await alice.sentDuring(async () => {
    await alice.field('User name').fill('carol');
    await alice.press('Share');
    await alice.page.getByText('Shared with carol.').waitFor();
  });
  await alice.field('User name').fill('bob');
  await alice.field('May').selectOption('change');
  await alice.press('Share');
  await alice.page.getByText('Shared with bob.').waitFor();
  await alice.keep('shared');

  assert.deepEqual(sent, ['UpdateDocument']);
  assert.equal(await alice.field('Text').inputValue(), 'Typed and not saved.');
  for (const [subject, buttons] of [['carol', []], ['bob', ['Save', 'Remove', 'Remove', 'Share']]]) {
    const other = await arrive(browser, sample, subject);
    await other.openDocument('Garden party');
    assert.deepEqual(await other.page.locator('#document').getByRole('button').allTextContents(), buttons);
  }

  await alice.press('Save');
  await alice.page.getByText('Saved.', { exact: true }).waitFor();
});

test('what looks like HTML is text', { skip }, async () => {
  const title = '<img src=x onerror="document.title=1"><b>Bold</b>';
  await makeDocument(sample, 'alice', { title, text: '<script>document.title=1</script>', readers: ['carol'] });
  const carol = await arrive(browser, sample, 'carol');
  await carol.openDocument(title);

  assert.equal(await carol.page.locator('article .text').innerText(), '<script>document.title=1</script>');
  assert.equal(await carol.page.title(), 'Documents');
  assert.deepEqual(carol.wrong, []);
});

test('whom it is shared with twice is told at the input', { skip }, async () => {
  await makeDocument(sample, 'alice', { title: 'Picnic', readers: ['carol'] });
  const alice = await arrive(browser, sample, 'alice');
  await alice.openDocument('Picnic');

  await alice.field('User name').fill('carol');
  await alice.press('Share');
  await alice.page.locator('[aria-invalid=true]').waitFor();

  const described = (input) => document.getElementById(input.getAttribute('aria-describedby')).textContent;
  assert.match(await alice.field('User name').evaluate(described), /once|twice|unique|different/i);
  assert.equal(await alice.page.getByText('carol', { exact: true }).count(), 1);
});
