// Apollo Client's cache, pagination, mutations and batches, set up as docs/clients.md says.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ApolloClient, CombinedGraphQLErrors, gql } from '@apollo/client';
import { startServer } from '../support/server.mjs';
import { createBatchLink } from './batch-link.mjs';
import { createCache, createClient } from './client.mjs';
import { createNote, deleteNote } from './note-mutations.mjs';

const ownServer = { skip: process.env.OWNEDDATA_URL ? 'needs a server with a configuration of its own' : false };
const pathOf = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const possibleTypes = JSON.parse(execFileSync(process.execPath, [pathOf('possible-types.mjs'), pathOf('../../../schema.graphql')], { encoding: 'utf8' }));
const bobsNote = 'Tm90ZTo1ZWVkMDAwMDAwMDAwMDAwMGIwMDAwMDE=';
const offer = 'RG9jdW1lbnQ6NWVlZDAwMDAwMDAwMDAwMDAwZDAwMDAx';

const notePage = gql`
  query NotePage($first: Int, $after: String, $last: Int, $before: String, $where: NoteFilterInput) {
    notes(first: $first, after: $after, last: $last, before: $before, where: $where, order: [{ createdAt: ASC }]) {
      edges { cursor node { id title } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      totalCount
    }
  }
`;
const readDocument = gql`query ReadDocument($id: ID!) { document(id: $id) { id title text version can { update delete } } }`;
const updateDocument = gql`
  mutation UpdateDocument($input: UpdateDocumentInput!) {
    updateDocument(input: $input) { document { id title text version } errors { ... on Error { message } } }
  }
`;

const tokens = new Map();
let server;
before(async () => {
  server = await startServer({ 'GraphQL:MaximumBatch': '5' });
  for (const subject of ['alice', 'bob', 'carol']) {
    tokens.set(subject, await server.token(subject));
  }
});
after(() => server.stop());

/** A client signed in as a sample user, and how many requests it sent. */
function connect(subject) {
  const counted = { requests: 0 };
  counted.client = createClient({
    url: server.url,
    getToken: async () => tokens.get(subject),
    possibleTypes,
    fetch(url, request) {
      counted.requests++;
      return fetch(url, request);
    },
  });
  return counted;
}

/** What a component sees that shows a query: the latest data, as the cache changes. */
async function show(client, query, variables) {
  const shown = client.watchQuery({ query, variables });
  const view = { query: shown, data: undefined, changed: () => {} };
  const nextChange = () => new Promise((resolve) => { view.changed = resolve; });
  const first = nextChange();
  shown.subscribe(({ data, loading }) => {
    if (!loading && data !== view.data) {
      view.data = data;
      view.changed();
    }
  });
  await first;
  view.fetchMore = async (page) => {
    const change = nextChange();
    await shown.fetchMore({ variables: page });

    // Apollo shows it in a turn of its own, and forgets to where the next page is asked for before.
    await change;
  };
  return view;
}

const titlesOf = (view) => view.data.notes.edges.map((edge) => edge.node.title);

test('what several queries read is one object of the cache, under its type and its id', async () => {
  const connection = connect('alice');
  const { data } = await connection.client.query({ query: gql`{ notes(first: 2, where: { pinned: { eq: true } }) { nodes { id notebook { id name } } } }` });
  const [note] = data.notes.nodes;
  await connection.client.query({ query: gql`query($id: ID!) { node(id: $id) { ... on Note { id title } } }`, variables: { id: note.id } });

  const cached = connection.client.cache.extract();

  assert.deepEqual(Object.keys(cached).sort(), [...data.notes.nodes.flatMap((read) => [`Note:${read.id}`, `Notebook:${read.notebook.id}`]), 'ROOT_QUERY'].sort());
  assert.deepEqual(cached[`Note:${note.id}`], {
    __typename: 'Note',
    id: note.id,
    title: 'Ask Bob about the telescope',
    notebook: { __ref: `Notebook:${note.notebook.id}` },
  });
  const again = await connection.client.query({ query: gql`query($id: ID!) { note(id: $id) { id title } }`, variables: { id: note.id } });
  assert.deepEqual(again.data.note, { __typename: 'Note', id: note.id, title: 'Ask Bob about the telescope' });
  assert.equal(connection.requests, 2);
});

test('a note of somebody else is null, and is not asked for again', async () => {
  const connection = connect('alice');
  const query = gql`query($id: ID!) { note(id: $id) { id title } }`;

  for (let times = 0; times < 2; times++) {
    assert.deepEqual((await connection.client.query({ query, variables: { id: bobsNote } })).data, { note: null });
  }

  assert.equal(connection.requests, 1);
});

test('relayStylePagination puts pages together forwards', async () => {
  const connection = connect('bob');
  const view = await show(connection.client, notePage, { first: 2 });
  while (view.data.notes.pageInfo.hasNextPage) {
    await view.fetchMore({ after: view.data.notes.pageInfo.endCursor });
  }

  assert.deepEqual(titlesOf(view), [
    'Mirror cleaning day', 'Band practice moved to Thursday', 'Bike: new chain, old problem', 'Gift ideas for Alice', 'Aare: 19 °C',
  ]);
  assert.equal(connection.requests, 3);
});

test('relayStylePagination puts pages together backwards', async () => {
  const connection = connect('bob');
  const view = await show(connection.client, notePage, { last: 2 });
  assert.deepEqual(titlesOf(view), ['Gift ideas for Alice', 'Aare: 19 °C']);
  while (view.data.notes.pageInfo.hasPreviousPage) {
    await view.fetchMore({ before: view.data.notes.pageInfo.startCursor });
  }

  assert.deepEqual(titlesOf(view), [
    'Mirror cleaning day', 'Band practice moved to Thursday', 'Bike: new chain, old problem', 'Gift ideas for Alice', 'Aare: 19 °C',
  ]);
  assert.equal(connection.requests, 3);
});

test('a list of another condition grows by itself', async () => {
  const connection = connect('bob');
  const all = await show(connection.client, notePage, { first: 1 });
  const pinned = await show(connection.client, notePage, { first: 5, where: { pinned: { eq: true } } });

  assert.deepEqual(titlesOf(all), ['Mirror cleaning day']);
  assert.deepEqual(titlesOf(pinned), ['Mirror cleaning day', 'Gift ideas for Alice']);
});

test('what a mutation makes, changes and deletes is seen in the lists that have it, without a further request', async () => {
  const connection = connect('alice');
  const view = await show(connection.client, notePage, { first: 2 });
  const before = titlesOf(view);
  const pinned = await show(connection.client, notePage, { first: 5, where: { pinned: { eq: true } } });
  const pinnedBefore = pinned.data;

  const { note } = await createNote(connection.client, { title: 'Call the roofer' });
  assert.deepEqual([...titlesOf(view), view.data.notes.totalCount], ['Call the roofer', ...before, 8]);

  await connection.client.mutate({
    mutation: gql`mutation($input: UpdateNoteInput!) { updateNote(input: $input) { note { id title } errors { ... on Error { message } } } }`,
    variables: { input: { id: note.id, title: 'Call another roofer' } },
  });
  assert.deepEqual([...titlesOf(view), view.data.notes.totalCount], ['Call another roofer', ...before, 8]);

  assert.deepEqual((await deleteNote(connection.client, note.id)).errors, null);
  assert.deepEqual([...titlesOf(view), view.data.notes.totalCount], [...before, 7]);
  assert.deepEqual(pinned.data, pinnedBefore);
  assert.equal(connection.requests, 5);
});

test('expected failures are typed, come with the payload, and change nothing that is shown', async () => {
  const connection = connect('alice');
  const view = await show(connection.client, notePage, { first: 2 });
  const shown = view.data;

  const payload = await createNote(connection.client, { title: '', tags: ['twice', 'twice'] });

  assert.equal(payload.note, null);
  assert.deepEqual(payload.errors.map(({ __typename, path, code }) => ({ __typename, path, code })), [
    { __typename: 'ValidationError', path: ['input', 'title'], code: 'MIN_LENGTH' },
    { __typename: 'ValidationError', path: ['input', 'tags'], code: 'UNIQUE_ITEMS' },
  ]);
  assert.equal(view.data, shown);

  const foreign = await deleteNote(connect('bob').client, shown.notes.edges[0].node.id);
  assert.deepEqual(foreign, { __typename: 'DeleteNotePayload', note: null, errors: [{ __typename: 'NoteNotFoundError', message: 'There is no Note with this id.' }] });
});

test('`can` says which buttons each person gets', async () => {
  const buttons = async (subject) => {
    const { data } = await connect(subject).client.query({ query: readDocument, variables: { id: offer } });
    return Object.entries(data.document.can).filter(([, allowed]) => allowed === true).map(([name]) => name);
  };

  assert.deepEqual(await buttons('alice'), ['update', 'delete']);
  assert.deepEqual(await buttons('bob'), ['update']);
  assert.deepEqual(await buttons('carol'), []);
});

test('who writes over the version of somebody else is told, reads it, and writes again', async () => {
  const alice = connect('alice');
  const bob = connect('bob');
  const view = await show(alice.client, readDocument, { id: offer });
  const { version, text } = view.data.document;
  const write = async ({ client }, input) =>
    (await client.mutate({ mutation: updateDocument, variables: { input: { id: offer, ...input } } })).data.updateDocument;

  assert.equal((await write(bob, { ifVersion: version, text: `${text} A ramp.` })).document.version, version + 1);
  const refused = await write(alice, { ifVersion: version, title: 'Offer, second draft' });
  assert.deepEqual([refused.document, refused.errors.map((error) => error.__typename)], [null, ['VersionConflictError']]);
  assert.equal(view.data.document.text, text, 'The cache still has what alice read.');

  await view.query.refetch();
  assert.equal(view.data.document.text, `${text} A ramp.`);
  await write(alice, { ifVersion: view.data.document.version, title: 'Offer, second draft' });
  assert.deepEqual([view.data.document.title, view.data.document.version], ['Offer, second draft', version + 2]);
});

test('a document whose access is taken away while it is shown is gone with the next reading', async () => {
  const alice = connect('alice');
  const input = { title: 'Shared for a while', editors: ['bob'] };
  const { data } = await alice.client.mutate({
    mutation: gql`mutation($input: CreateDocumentInput!) { createDocument(input: $input) { document { id } } }`,
    variables: { input },
  });
  const { id } = data.createDocument.document;
  const view = await show(connect('bob').client, readDocument, { id });
  assert.equal(view.data.document.title, 'Shared for a while');

  await alice.client.mutate({ mutation: updateDocument, variables: { input: { id, editors: [] } } });
  await view.query.refetch();

  assert.equal(view.data.document, null);
});

test('a request without a good token is an error with a code, from which a client knows what to do', async () => {
  const ask = async (token) => {
    const client = createClient({ url: server.url, getToken: () => token, possibleTypes });
    const error = await client.query({ query: gql`{ notes { totalCount } }` }).catch((caught) => caught);
    assert.ok(CombinedGraphQLErrors.is(error), `${error}`);
    return error.errors.map(({ extensions }) => extensions.code);
  };

  assert.deepEqual(await ask('no.good.token'), ['OD0300']);
  assert.deepEqual(await ask(await server.token('alice', 'read:contacts')), ['AUTH_NOT_AUTHORIZED']);
});

test('what is asked at once goes in one batch, and each gets its own answer', ownServer, async () => {
  const sent = [];
  const link = createBatchLink({
    url: server.url,
    fetch(url, request) {
      sent.push(JSON.parse(request.body).length);
      return fetch(url, { ...request, headers: { ...request.headers, authorization: `Bearer ${tokens.get('bob')}` } });
    },
  });
  const client = new ApolloClient({ link: link, cache: createCache(possibleTypes) });

  const [notes, none, viewer] = await Promise.allSettled([
    client.query({ query: gql`query Notes { notes { totalCount } }` }),
    client.query({ query: gql`query None { nothing }` }),
    client.query({ query: gql`query Viewer { viewer { subject } }` }),
  ]);

  assert.deepEqual(sent, [3]);
  assert.equal(notes.value.data.notes.totalCount, 5);
  assert.deepEqual(none.reason.errors.map(({ extensions }) => extensions.code), ['OD0200']);
  assert.equal(viewer.value.data.viewer.subject, 'bob');
});
