// Apollo Client's own link: automatic persisted queries by POST and by GET, and trusted documents by the ids of a manifest.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { createPersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { print } from 'graphql';
import { startServer } from '../support/server.mjs';

const ownServer = { skip: process.env.OWNEDDATA_URL ? 'needs a server with a configuration of its own' : false };
const folder = mkdtempSync(join(tmpdir(), 'owneddata-documents-'));
const servers = [];
after(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  rmSync(folder, { recursive: true, force: true });
});

async function start(configuration) {
  const server = await startServer(configuration);
  servers.push(server);
  return server;
}

/** A client, and what it sent: `METHOD status` and whether the text was sent. */
async function connect(server, options) {
  const sent = [];
  const token = await server.token('bob');
  const http = new HttpLink({
    uri: server.url,
    headers: { authorization: `Bearer ${token}` },
    async fetch(url, request) {
      const response = await fetch(url, request);
      sent.push(`${request.method} ${response.status}${request.body?.includes('"query"') ? ' with text' : ''}`);
      return response;
    },
  });
  return { sent, client: new ApolloClient({ link: createPersistedQueryLink(options).concat(http), cache: new InMemoryCache() }) };
}

const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const ask = (client, query) => client.query({ query, fetchPolicy: 'no-cache' });
const notes = { data: { notes: { totalCount: 5, __typename: 'NoteConnection' } } };

// The client adds `__typename` before it hashes, and so does the tool that writes the manifest.
const textOf = (query) => print(new InMemoryCache().transformDocument(query));

test('a hash that is not known is followed by the text, and the hash is enough from then on', async () => {
  const { client, sent } = await connect(await start(), { sha256 });
  const query = gql`query ByPost { notes { totalCount } }`;

  assert.deepEqual(await ask(client, query), notes);
  assert.deepEqual(await ask(client, query), notes);

  assert.deepEqual(sent, ['POST 400', 'POST 200 with text', 'POST 200']);
});

test('hashes go by GET, the text by POST', async () => {
  const { client, sent } = await connect(await start(), { sha256, useGETForHashedQueries: true });
  const query = gql`query ByGet { notes { totalCount } }`;

  assert.deepEqual(await ask(client, query), notes);
  assert.deepEqual(await ask(client, query), notes);

  assert.deepEqual(sent, ['GET 400', 'POST 200 with text', 'GET 200']);
});

test('where only trusted documents run, those of the manifest do, and the text of others is not sent', ownServer, async () => {
  const trusted = gql`query Trusted { notes { totalCount } }`;
  const path = join(folder, 'persisted-query-manifest.json');
  const operations = [{ id: sha256(textOf(trusted)), name: 'Trusted', type: 'query', body: textOf(trusted) }];
  writeFileSync(path, JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations }));
  const { client, sent } = await connect(await start({ 'Documents:Path': path, 'Documents:Mode': 'only' }), { sha256 });

  assert.deepEqual(await ask(client, trusted), notes);
  await assert.rejects(ask(client, gql`query Untrusted { notes { totalCount } }`), /The specified persisted operation key is invalid\./);

  assert.deepEqual(sent, ['POST 200', 'POST 400']);
});
