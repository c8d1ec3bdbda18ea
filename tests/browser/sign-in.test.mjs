// The built-in issuer with a front end of another origin, in a browser that enforces the page's policy and CORS.
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { startServer } from '../clients/support/server.mjs';
import { browserIsMissing, keep, startBrowser } from './support/browser.mjs';

const skip = browserIsMissing;
let server;
let browser;
let frontEnd;
let callback;

before(async () => {
  if (!skip) {
    server = await startServer();
    browser = await startBrowser();
    frontEnd = createServer((request, response) => response.setHeader('content-type', 'text/html').end('<!doctype html><title>front end</title>'));
    await new Promise((resolve) => frontEnd.listen(0, '127.0.0.1', resolve));
    callback = `http://localhost:${frontEnd.address().port}/callback`;
  }
});
after(async () => {
  await browser?.close();
  frontEnd?.close();
  await server?.stop();
});

test('a person picks a sample user, and the front end gets tokens and reads with them', { skip }, async () => {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const configuration = await (await fetch(new URL('/dev/.well-known/openid-configuration', server.url))).json();
  const verifier = randomBytes(32).toString('base64url');
  const request = new URLSearchParams({
    client_id: 'owneddata-development',
    redirect_uri: callback,
    response_type: 'code',
    scope: 'openid offline_access read:notes',
    state: 'the state',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });

  await page.goto(`${configuration.authorization_endpoint}?${request}`);
  await keep(page, 'sign-in-phone');
  await page.getByRole('button', { name: /^bob/ }).click();
  await page.waitForURL(`${callback}?**`);
  const answer = new URL(page.url()).searchParams;
  const form = { grant_type: 'authorization_code', client_id: 'owneddata-development', redirect_uri: callback, code: answer.get('code'), code_verifier: verifier };
  const [tokens, read] = await page.evaluate(
    async ([tokenEndpoint, graphql, fields]) => {
      const redeemed = await (await fetch(tokenEndpoint, { method: 'POST', body: new URLSearchParams(fields) })).json();
      const response = await fetch(graphql, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${redeemed.access_token}` },
        body: JSON.stringify({ query: '{ viewer { subject } notes { totalCount } }' }),
      });
      return [redeemed, await response.json()];
    },
    [configuration.token_endpoint, server.url, form],
  );

  assert.equal(answer.get('state'), 'the state');
  assert.equal(answer.get('iss'), configuration.issuer);
  assert.equal(tokens.scope, 'openid offline_access read:notes');
  assert.deepEqual(read, { data: { viewer: { subject: 'bob' }, notes: { totalCount: 5 } } });
});

test('an application elsewhere is told nothing and gets nobody back', { skip }, async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });

  const response = await page.goto(new URL('/dev/authorize?client_id=owneddata-development&redirect_uri=https://evil.example/', server.url).href);
  await keep(page, 'sign-in-refused');

  assert.equal(response.status(), 400);
  assert.match(await page.innerText('h1'), /can't go on/);
});
