// relay-compiler's reading of the published schema, and relay-runtime's pages, refetching and mutations.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { startServer } from '../support/server.mjs';
import { compile } from './compile.mjs';

const letter = 'Tm90ZTo1ZWVkMDAwMDAwMDAwMDAwMGEwMDAwMDU=';
let server;
let built;
let app;
let createEnvironment;
let generated;
before(async () => {
  server = await startServer();
  built = await compile();
  const load = async (path) => await import(pathToFileURL(join(built.folder, 'src', path)));
  app = await load('notes.js');
  ({ createEnvironment } = await load('environment.js'));
  generated = async (name) => (await load(`__generated__/${name}.graphql.js`)).default;
});
after(async () => {
  await server.stop();
  if (built) {
    rmSync(built.folder, { recursive: true, force: true });
  }
});

async function connect(subject) {
  const token = await server.token(subject);
  return createEnvironment({ url: server.url, getToken: async () => token });
}

const titlesOf = (connection) => connection.edges.map((edge) => edge.node.title);
const bobs = ['Mirror cleaning day', 'Band practice moved to Thursday', 'Bike: new chain, old problem', 'Gift ideas for Alice', 'Aare: 19 °C'];

test('relay-compiler takes the published schema as it is', () => {
  assert.deepEqual(built.artifacts, [
    'notesCreateMutation.graphql.js', 'notesDeleteMutation.graphql.js', 'notesLatestPageQuery.graphql.js', 'notesListPageQuery.graphql.js',
    'notesNoteQuery.graphql.js', 'notesQuery.graphql.js', 'notesUpdateMutation.graphql.js', 'notes_latest.graphql.js', 'notes_list.graphql.js',
    'notes_note.graphql.js',
  ]);
  assert.doesNotMatch(built.output, /error|warn/i);
});

test('a @refetchable connection grows forwards', async () => {
  const environment = await connect('bob');
  const query = await app.load(environment, app.query);
  const see = () => app.see(environment, app.list, query);
  assert.deepEqual(titlesOf(see().notes), bobs.slice(0, 2));

  while (see().notes.pageInfo.hasNextPage) {
    await app.load(environment, await generated('notesListPageQuery'), { count: 2, cursor: see().notes.pageInfo.endCursor });
  }

  assert.deepEqual(titlesOf(see().notes), bobs);
});

test('a @refetchable connection grows backwards', async () => {
  const environment = await connect('bob');
  const query = await app.load(environment, app.query);
  const see = () => app.see(environment, app.latest, query);
  assert.deepEqual(titlesOf(see().latest), bobs.slice(-2));

  while (see().latest.pageInfo.hasPreviousPage) {
    await app.load(environment, await generated('notesLatestPageQuery'), { count: 2, cursor: see().latest.pageInfo.startCursor });
  }

  assert.deepEqual(titlesOf(see().latest), bobs);
});

test('@required and `can` decide what of a note is shown', async () => {
  const environment = await connect('alice');
  const query = await app.load(environment, app.query);
  const [first] = app.see(environment, app.list, query).notes.edges;

  const { id, ...shown } = app.see(environment, app.note, first.node);
  assert.deepEqual(shown, {
    title: 'Ask Bob about the telescope',
    body: 'He said the mirror needs cleaning before the Perseids.',
    notebook: { name: 'Under the sky' },
    can: { update: true, delete: true },
  });

  const withoutText = await app.load(environment, await generated('notesNoteQuery'), { id: letter });
  assert.equal(app.see(environment, app.note, withoutText.node), null);
});

test('a fragment is refetched by `node`, and shows what was changed elsewhere', async () => {
  const here = await connect('bob');
  const elsewhere = await connect('bob');
  const query = await app.load(here, app.query);
  const [{ node }] = app.see(here, app.list, query).notes.edges;

  await app.updateNote(elsewhere, { id: node.id, body: 'Distilled water only.' });
  assert.equal(app.see(here, app.note, node).body, 'Distilled water, cotton, patience. Do NOT rub.');
  await app.load(here, await generated('notesNoteQuery'), { id: node.id });

  assert.equal(app.see(here, app.note, node).body, 'Distilled water only.');
});

test('@appendNode and @deleteRecord keep the lists right, and an update is seen where the note is', async () => {
  const environment = await connect('alice');
  const query = await app.load(environment, app.query);
  const see = () => app.see(environment, app.list, query);
  const before = titlesOf(see().notes);

  const { note } = await app.createNote(environment, { title: 'Call the roofer', body: 'Before it rains.' }, [see().notes.__id]);
  assert.deepEqual(titlesOf(see().notes), [...before, 'Call the roofer']);

  await app.updateNote(environment, { id: note.id, title: 'Call another roofer' });
  assert.deepEqual(titlesOf(see().notes), [...before, 'Call another roofer']);

  assert.equal((await app.deleteNote(environment, note.id)).errors, null);
  assert.deepEqual(see().notes.edges.filter((edge) => edge?.node).map((edge) => edge.node.title), before);
});

test('an expected failure is in the payload and appends nothing', async () => {
  const environment = await connect('alice');
  const query = await app.load(environment, app.query);
  const see = () => app.see(environment, app.list, query);
  const before = titlesOf(see().notes);

  const payload = await app.createNote(environment, { title: '' }, [see().notes.__id]);

  assert.equal(payload.note, null);
  assert.deepEqual(payload.errors.map(({ __typename, path, code }) => ({ __typename, path, code })), [
    { __typename: 'ValidationError', path: ['input', 'title'], code: 'MIN_LENGTH' },
  ]);
  assert.deepEqual(titlesOf(see().notes), before);
});

test('a query without a good token fails with the code', async () => {
  const environment = createEnvironment({ url: server.url, getToken: () => 'no.good.token' });

  await assert.rejects(app.load(environment, app.query), (error) => error.source.errors[0].extensions.code === 'OD0300');
});
