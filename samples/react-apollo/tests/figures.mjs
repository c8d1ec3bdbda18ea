// Measures the built page in Chromium: the first paint, what is transferred, and the requests of each thing that a person does.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { makeDocument } from './support/documents.mjs';
import { arrive, startBrowser } from './support/person.mjs';
import { startSample } from './support/sample.mjs';

// What Lighthouse takes for a phone: 1.6 Mbit/s, 150 ms there and back, a processor four times slower.
const phone = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const runs = 5;
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };

const [sample, browser] = await Promise.all([startSample(), startBrowser()]);
for (let number = 1; number <= 44; number++) {
  await makeDocument(sample, 'dora', { title: `Delivery ${number}`, text: 'By train.' });
}

// As a web server would serve it: compressed, and files whose names have their hash kept for good, which `vite preview` does not.
const pages = createServer((request, response) => {
  const name = new URL(request.url, sample.origin).pathname;
  const path = extname(name) in types ? name : '/index.html';
  const lifetime = path === '/index.html' ? 'no-cache' : 'max-age=31536000, immutable';
  response.writeHead(200, { 'content-type': types[extname(path)], 'content-encoding': 'gzip', 'cache-control': lifetime });
  response.end(gzipSync(readFileSync(join(sample.outDir, path))));
});
await new Promise((resolve) => pages.listen(0, 'localhost', resolve));
const served = { ...sample, origin: `http://localhost:${pages.address().port}` };

const median = (values) => values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)];

async function load(isPhone) {
  const paints = [];
  const ends = [];
  for (let run = 0; run < runs; run++) {
    const context = await browser.newContext(isPhone ? { viewport: { width: 360, height: 740 } } : {});
    const page = await context.newPage();
    const network = await context.newCDPSession(page);
    await network.send('Network.enable');
    if (isPhone) {
      await network.send('Network.emulateNetworkConditions', phone);
      await network.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    }

    await page.goto(served.origin);
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    paints.push(await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime));
    ends.push(await page.evaluate(() => performance.now()));
    await context.close();
  }

  return `${Math.round(median(paints))} ms (usable after ${Math.round(median(ends))} ms)`;
}

console.log(`First contentful paint, median of ${runs} cold loads: ${await load(false)}; as a phone ${await load(true)}\n`);

const dora = await arrive(browser, served);
const network = await dora.context.newCDPSession(dora.page);
let requests = [];
await network.send('Network.enable');
network.on('Network.requestWillBeSent', ({ requestId, request, type }) =>
  requests.push({ requestId, url: request.url, type, body: request.postData, bytes: 0 }),
);
network.on('Network.requestServedFromCache', ({ requestId }) => {
  requests = requests.filter((request) => request.requestId !== requestId);
});
network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
  const finished = requests.findLast((request) => request.requestId === requestId);
  if (finished) {
    finished.bytes = encodedDataLength;
  }
});

function kindOf({ url, type, body }) {
  if (url === sample.api) {
    return body ? JSON.parse(body).operationName : 'preflight';
  }

  return url.includes('/dev/') ? 'issuer' : url.endsWith('/icon.svg') ? 'icon' : type.toLowerCase();
}

async function measure(action, act) {
  requests = [];
  await act();
  while (requests.some(({ url, bytes, body }) => url === sample.api && body && bytes === 0)) {
    await setTimeout(50);
  }

  // Chromium looks at the icon, which it has, whenever the address changes.
  const sent = requests.filter(({ url, bytes }) => url.startsWith('http') && (bytes > 0 || !url.endsWith('/icon.svg')));
  const kinds = [...new Set(sent.map(kindOf))].map((kind) => {
    const group = sent.filter((request) => kindOf(request) === kind);
    return `${group.length} ${kind} ${group.reduce((sum, { bytes }) => sum + bytes, 0).toLocaleString('en')} B`;
  });
  console.log(`| ${action} | ${sent.length} | ${kinds.join(', ')} |`);
}

const { page } = dora;
console.log('| what a person does | requests | which, and bytes as transferred |\n|---|---|---|');
await measure('first load, signed out', async () => {
  await network.send('Network.clearBrowserCache');
  await page.reload();
});
await measure('sign in', async () => {
  await dora.press('Sign in');
  await page.getByRole('button', { name: /^dora/ }).click();
  await page.getByText('20 of 45 documents').waitFor();
});
await measure('load again, signed in', async () => {
  await page.reload();
  await page.getByText('20 of 45 documents').waitFor();
});
await measure('scroll to the next page', async () => {
  await page.locator('.row').last().scrollIntoViewIfNeeded();
  await page.getByText('40 of 45 documents').waitFor();
});
await measure('filter', async () => {
  await page.getByLabel('Title or text contains').fill('Globex');
  await page.getByText('1 of 1 documents').waitFor();
});
await measure('open a document', () => dora.openDocument('Globex price list'));
await measure('change and save', async () => {
  await dora.field('Text').fill('Another text.');
  await dora.press('Save');
  await page.getByText('Saved.', { exact: true }).waitFor();
});
await measure('share', async () => {
  await dora.field('User name').fill('bob');
  await dora.press('Share');
  await page.getByText('Shared with bob.').waitFor();
});
await measure('create', async () => {
  await page.getByRole('link', { name: 'New document' }).click();
  await dora.field('Title').fill('New');
  await dora.press('Save');
  await page.getByText('written by dora, version 1').waitFor();
});
await measure('delete', async () => {
  await dora.press('Delete…');
  await dora.press('Delete');
  await page.getByText('Choose a document').waitFor();
});

await browser.close();
pages.close();
await sample.stop();
