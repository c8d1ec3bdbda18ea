// What Node's own fetch sees of the answers: bodies of several operations, compression, and what a page of another site may do.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startServer } from '../support/server.mjs';

let server;
before(async () => {
  server = await startServer({ 'GraphQL:MaximumBatch': '10' });
});
after(() => server?.stop());

async function post(body, headers = {}) {
  return await fetch(server.url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
}

test('a batch is answered with an array in the order of the request, for the caller', async () => {
  const headers = { authorization: `Bearer ${await server.token('bob')}` };

  const response = await post([{ query: '{ notes { totalCount } }' }, { query: '{ nope }' }, { query: '{ viewer { subject } }' }], headers);
  const [notes, failed, viewer] = await response.json();

  assert.equal(response.status, 200);
  assert.match(response.headers.get('content-type'), /^application\/json/);
  assert.deepEqual(notes, { data: { notes: { totalCount: 5 } } });
  assert.equal(failed.errors[0].extensions.code, 'OD0200');
  assert.deepEqual(viewer, { data: { viewer: { subject: 'bob' } } });
});

test('a large answer comes compressed and reads as itself', async () => {
  const query = { query: '{ __schema { types { name description } } }' };

  const plain = await post(query, { 'accept-encoding': 'identity' });
  const compressed = await post(query, { 'accept-encoding': 'br' });

  assert.equal(plain.headers.get('content-encoding'), null);
  assert.equal(compressed.headers.get('content-encoding'), 'br');
  assert.deepEqual(await compressed.json(), await plain.json());
});

test('a GET with the Origin of another site is refused, and run with the header that browsers ask about', async () => {
  const url = `${server.url}?query={__typename}`;

  const refused = await fetch(url, { headers: { origin: 'https://evil.example' } });
  const run = await fetch(url, { headers: { origin: 'https://evil.example', 'apollo-require-preflight': 'true' } });

  assert.equal(refused.status, 400);
  assert.equal((await refused.json()).errors[0].extensions.code, 'OD0103');
  assert.deepEqual([run.status, run.headers.get('access-control-allow-origin')], [200, null]);
});
