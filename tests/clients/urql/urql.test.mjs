// urql with its document cache, set up as docs/clients.md says.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gql } from '@urql/core';
import { startServer } from '../support/server.mjs';
import { createClient, noteLists } from './client.mjs';

const notes = gql`query Notes($first: Int, $after: String) { notes(first: $first, after: $after) { nodes { id title } totalCount pageInfo { endCursor } } }`;
const emptyList = gql`{ notes(where: { title: { eq: "Call the roofer" } }) { nodes { id title } } }`;
const createNote = gql`
  mutation CreateNote($input: CreateNoteInput!) { createNote(input: $input) { note { id title } errors { ... on Error { message } } } }
`;

const tokens = new Map();
let server;
before(async () => {
  server = await startServer();
  for (const subject of ['alice', 'bob']) {
    tokens.set(subject, await server.token(subject));
  }
});
after(() => server.stop());

function connect(subject, getToken = () => tokens.get(subject)) {
  const counted = { sent: [] };
  counted.client = createClient({
    url: server.url,
    getToken,
    fetch(url, request) {
      counted.sent.push(request.method);
      return fetch(url, request);
    },
  });
  return counted;
}

/** What a component sees that shows a query, from now on. */
function show(client, query, variables, context) {
  const view = { data: undefined };
  view.next = () => new Promise((resolve) => { view.changed = resolve; });
  const first = view.next();
  client.query(query, variables, context).subscribe((result) => {
    if (!result.stale) {
      view.data = result.data;
      view.changed();
    }
  });
  return first.then(() => view);
}

test('an answer is asked for once', async () => {
  const { client, sent } = connect('bob');

  const first = await client.query(notes, { first: 2 });
  const second = await client.query(notes, { first: 2 });

  assert.equal(first.data.notes.totalCount, 5);
  assert.deepEqual(second.data, first.data);
  assert.deepEqual(sent, ['GET']);
});

test('pages follow each other by their cursors', async () => {
  const { client } = connect('bob');
  const titles = [];
  for (let after = null; titles.length < 5;) {
    const { data } = await client.query(notes, { first: 2, after });
    titles.push(...data.notes.nodes.map((note) => note.title));
    after = data.notes.pageInfo.endCursor;
  }

  assert.deepEqual(titles, [
    'Mirror cleaning day', 'Band practice moved to Thursday', 'Bike: new chain, old problem', 'Gift ideas for Alice', 'Aare: 19 °C',
  ]);
});

test('a mutation that answers with a note has the lists of notes read again, and a list without any by its typename', async () => {
  const { client, sent } = connect('alice');
  const all = await show(client, notes, { first: 100 });
  const none = await show(client, emptyList, {}, noteLists);
  assert.deepEqual([all.data.notes.totalCount, none.data.notes.nodes.length], [7, 0]);

  const changed = Promise.all([all.next(), none.next()]);
  await client.mutation(createNote, { input: { title: 'Call the roofer' } });
  await changed;

  assert.deepEqual([all.data.notes.totalCount, none.data.notes.nodes.map((note) => note.title)], [8, ['Call the roofer']]);
  assert.deepEqual(sent, ['GET', 'GET', 'POST', 'GET', 'GET']);
});

test('an expected failure is data, with its type', async () => {
  const { client } = connect('alice');

  const { data, error } = await client.mutation(createNote, { input: { title: '' } });

  assert.equal(error, undefined);
  assert.deepEqual(data.createNote, {
    __typename: 'CreateNotePayload',
    note: null,
    errors: [{ __typename: 'ValidationError', message: 'title must have at least 1 character.' }],
  });
});

test('an unexpected failure is an error with a code', async () => {
  const ask = async (token) => {
    const { error } = await connect('alice', () => token).client.query(notes, {});
    return [error.response.status, error.graphQLErrors.map(({ extensions }) => extensions.code)];
  };

  assert.deepEqual(await ask('no.good.token'), [401, ['OD0300']]);
  assert.deepEqual(await ask(await server.token('alice', 'read:contacts')), [200, ['AUTH_NOT_AUTHORIZED']]);
});

test('a page of another site than the server reads what is public without a token', async () => {
  const client = createClient({
    url: server.url,
    getToken: () => undefined,
    fetch: (url, request) => fetch(url, { ...request, headers: { ...request.headers, Origin: 'http://localhost:3000' } }),
  });

  const { data } = await client.query(gql`{ announcements { totalCount } }`, {});

  assert.equal(data.announcements.totalCount, 2);
});
