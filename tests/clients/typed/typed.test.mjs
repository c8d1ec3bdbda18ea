// The types that graphql-codegen makes of the published schema: they compile strictly, refuse what is wrong, and are true.
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { startServer } from '../support/server.mjs';
import { build } from './build.mjs';

const folders = [];
let server;
let token;
let notes;
before(async () => {
  server = await startServer();
  token = await server.token('alice');
});
after(async () => {
  await server.stop();
  folders.forEach((folder) => rmSync(folder, { recursive: true, force: true }));
});

async function compile(change) {
  const built = await build(change);
  folders.push(built.folder);
  return built;
}

test('the generated types and their use compile under --strict', async () => {
  const { folder, output } = await compile();

  assert.equal(output, '');
  notes = await import(pathToFileURL(join(folder, 'out/notes.js')));
});

test('a program that reads what the schema has not, or sends what it does not take, does not compile', async () => {
  const { output } = await compile((folder) => {
    const path = join(folder, 'src/notes.ts');
    const source = readFileSync(path, 'utf8');
    writeFileSync(path, source.replace('(note) => note.title', '(note) => note.headline').replace('{ eq: status }', '{ eq: true }'));
  });

  assert.deepEqual([...output.matchAll(/error (TS\d+)/g)].map((found) => found[1]), ['TS2322', 'TS2339']);
});

test('the typed client reads pages', async () => {
  assert.deepEqual(await notes.readTitles(server.url, token, 'DRAFT'), ['Ask Bob about the telescope', 'Books for the night train', 'Letter to the landlord']);
});

test('the typed client is told of what is wrong', async () => {
  assert.deepEqual(await notes.createNote(server.url, token, ''), { problems: ['input.title: MIN_LENGTH'] });
  await assert.rejects(notes.createNote(server.url, 'no.good.token', 'Title'), (error) => error.status === 401 && error.codes[0] === 'OD0300');
});

test('scalars are in JSON what the types say', async () => {
  assert.equal(await notes.sumBalances(server.url, token), 159.6);
});
