// MongoDB's shell on the embedded store: what an operator types, and what the shell asks on its own.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startServer } from '../clients/support/server.mjs';

const executable = fileURLToPath(new URL('node_modules/mongosh/bin/mongosh.js', import.meta.url));
let server;
let home;
before(async () => {
  // Its settings and history lie in a home of their own; nothing is told to anybody.
  home = mkdtempSync(join(tmpdir(), 'owneddata-mongosh-'));
  mkdirSync(join(home, '.mongodb/mongosh'), { recursive: true });
  writeFileSync(join(home, '.mongodb/mongosh/config'), '{"enableTelemetry":false,"disableGreetingMessage":true,"updateURL":""}');
  server = await startServer({ 'Embedded:Port': '0', 'Development:SampleData': 'false' });
});
after(async () => {
  await server?.stop();
  rmSync(home, { recursive: true, force: true });
});

test('databases and collections are shown', async () => {
  await evaluate('db.dropDatabase(); db.things.insertOne({})');

  assert.deepEqual((await evaluate('show dbs')).value.map(({ name, empty }) => [name, empty]), [['owneddata', false]]);
  assert.deepEqual((await evaluate('show collections')).value, [{ name: 'things', badge: '' }]);
});

test('a cursor is read on to its end', async () => {
  const read = await evaluate(`
    db.cursors.insertMany(Array.from({ length: 1000 }, (_, _id) => ({ _id, text: 'x'.repeat(100) })));
    let ids = [];
    db.cursors.find().sort({ _id: 1 }).batchSize(64).forEach(({ _id }) => ids.push(_id));
    [ids, db.cursors.countDocuments({ _id: { $lt: 10 } }), db.cursors.estimatedDocumentCount(), db.cursors.find().itcount()]`);

  assert.deepEqual(read, [Array.from({ length: 1000 }, (_, id) => id), 10, 1000, 1000]);
});

test('documents are changed and deleted', async () => {
  const changed = await evaluate(`
    db.changed.insertMany([{ _id: 1, a: 1 }, { _id: 2, a: 1 }, { _id: 3, a: 2 }]);
    [
      db.changed.updateMany({ a: 1 }, { $set: { b: true } }).modifiedCount,
      db.changed.replaceOne({ _id: 3 }, { c: 1 }).modifiedCount,
      db.changed.updateOne({ _id: 9 }, { $inc: { a: 9 } }, { upsert: true }).upsertedCount,
      db.changed.findAndModify({ query: { _id: 1 }, update: { $inc: { a: 10 } }, new: true }).a,
      db.changed.deleteOne({ _id: 2 }).deletedCount,
      db.changed.find().sort({ _id: 1 }).toArray(),
    ]`);

  assert.deepEqual(changed, [2, 1, 1, 11, 1, [{ _id: 1, a: 11, b: true }, { _id: 3, c: 1 }, { _id: 9, a: 9 }]]);
});

test('a pipeline runs', async () => {
  const groups = await evaluate(`
    db.piped.insertMany([{ _id: 1, a: 1 }, { _id: 2, a: 2 }, { _id: 3, a: 2 }]);
    db.piped.aggregate([{ $group: { _id: '$a', n: { $sum: 1 } } }, { $sort: { _id: 1 } }]).toArray()`);

  assert.deepEqual(groups, [{ _id: 1, n: 1 }, { _id: 2, n: 2 }]);
});

test('indexes are made, listed, explained and dropped', async () => {
  const [name, indexes, explained, dropped] = await evaluate(`
    db.indexed.insertMany([{ _id: 1, a: 1 }, { _id: 2, a: 2 }]);
    [
      db.indexed.createIndex({ a: 1 }, { unique: true }), db.indexed.getIndexes(), db.indexed.find({ a: 2 }).explain('executionStats'),
      db.indexed.dropIndex('a_1'),
    ]`);

  assert.deepEqual([name, dropped.nIndexesWas], ['a_1', 2]);
  assert.deepEqual(indexes, [{ v: 2, key: { _id: 1 }, name: '_id_' }, { v: 2, key: { a: 1 }, name: 'a_1', unique: true }]);
  assert.deepEqual([explained.queryPlanner.winningPlan.inputStage.indexName, explained.executionStats.totalDocsExamined], ['a_1', 1]);
});

test('sizes and the server are told', async () => {
  const [collection, database, empty, valid] = await evaluate(`
    db.sized.insertMany([{ _id: 1 }, { _id: 2 }]);
    [db.sized.stats(), db.stats(), db.getSiblingDB('other').stats(), db.sized.validate().valid]`);
  const [version, greeting, host] = await evaluate('[db.version(), db.hello(), db.hostInfo()]');

  assert.deepEqual([collection.count, collection.nindexes, collection.capped, database.objects > 0, empty.objects, valid], [2, 1, false, true, 0, true]);
  assert.deepEqual([typeof version, greeting.isWritablePrimary, host.system.cpuAddrSize], ['string', true, 64]);
});

test('what the store does not know has the code that MongoDB has for it', async () => {
  const codes = await evaluate(`
    let codes = [];
    for (const command of [
      () => db.runCommand({ teleport: 1 }), () => db.things.aggregate([{ $teleport: {} }]).toArray(), () => db.currentOp(), () => db.getUsers(), () => rs.status(),
      () => db.getSiblingDB('other').things.insertOne({}),
    ]) {
      try { codes.push(command()); } catch (error) { codes.push([error.code, error.codeName]); }
    }
    codes`);

  assert.deepEqual(codes, [
    [59, 'CommandNotFound'], [40324, 'Location40324'], [40324, 'Location40324'], [59, 'CommandNotFound'], [59, 'CommandNotFound'], [73, 'InvalidNamespace'],
  ]);
});

test('an error ends a script', async () => {
  const { code, output } = await run(['--json=relaxed', '--eval', 'db.twice.insertOne({ _id: 1 }); db.twice.insertOne({ _id: 1 }); db.twice.insertOne({ _id: 2 })']);

  assert.deepEqual([code, JSON.parse(output).code], [1, 11000]);
});

test('a person at the prompt reads on by it', async () => {
  const { code, output } = await run([], 'db.many.insertMany(Array.from({ length: 25 }, (_, _id) => ({ _id })))\nshow dbs\ndb.many.find()\nit\nit\nexit\n');

  assert.equal(code, 0);
  assert.match(output, /owneddata\s+[\d.]+ [KM]iB[\s\S]*\{ _id: 19 \}[\s\S]*Type "it" for more[\s\S]*\{ _id: 24 \}[\s\S]*no cursor/);
});

// What a script's last expression gives.
async function evaluate(script) {
  const { code, output } = await run(['--json=relaxed', '--eval', script]);
  assert.equal(code, 0, output);
  return JSON.parse(output);
}

async function run(parameters, input = '') {
  const child = spawn(process.execPath, [executable, server.mongoUrl, '--quiet', '--norc', ...parameters], {
    env: { ...process.env, HOME: home, USERPROFILE: home },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
  });
  child.stdin.end(input);
  const code = await new Promise((resolve) => child.once('close', resolve));
  return { code, output };
}
