// MongoDB's own driver for Node on the embedded store: what a script or a tool of the operator's does.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { Decimal128, Long, MongoClient, ObjectId } from 'mongodb';
import { startServer } from '../support/server.mjs';

let server;
let client;
let collection;
before(async () => {
  server = await startServer({ 'Embedded:Port': '0', 'Development:SampleData': 'false' });
  client = await new MongoClient(server.mongoUrl, { serverSelectionTimeoutMS: 10_000 }).connect();
});
beforeEach(async () => {
  collection = client.db().collection('things');
  await collection.drop();
});
after(async () => {
  await client?.close();
  await server?.stop();
});

test('a wrong password gets nowhere', async () => {
  const stranger = new MongoClient(server.mongoUrl.replace(/:[^:@]+@/, ':wrong@'), { serverSelectionTimeoutMS: 10_000 });

  await assert.rejects(() => stranger.db().collection('things').find().toArray(), { code: 18, codeName: 'AuthenticationFailed' });
  await stranger.close();
});

test('no password gets nowhere', async () => {
  const stranger = new MongoClient(server.mongoUrl.replace(/\/\/[^@]+@/, '//'), { serverSelectionTimeoutMS: 10_000 });

  await assert.rejects(() => stranger.db().collection('things').find().toArray(), { code: 13, codeName: 'Unauthorized' });
  await stranger.close();
});

test('documents come back as they went in, of every type', async () => {
  const document = {
    _id: new ObjectId(), text: 'ä€😀', number: 1.5, int: 7, long: Long.fromString('9007199254740993'), decimal: Decimal128.fromString('1.10'),
    date: new Date(0), list: [1, [2], { a: null }], bytes: Buffer.from('abc'), pattern: /a.b/i, yes: true,
  };

  await collection.insertOne(document);
  const [found] = await collection.find({}, { promoteLongs: false, promoteBuffers: true }).toArray();

  assert.deepEqual({ ...found, int: found.int.valueOf() }, document);
});

test('documents are inserted, found, updated, replaced and deleted', async () => {
  const inserted = await collection.insertMany([{ _id: 1, a: 1 }, { _id: 2, a: 1 }, { _id: 3, a: 2 }]);
  const updated = await collection.updateMany({ a: 1 }, { $set: { b: true } });
  const pushed = await collection.updateOne({ _id: 2 }, { $push: { l: { $each: [1, 2] } }, $max: { a: 5 } });
  const pulled = await collection.updateOne({ l: { $all: [1, 2] } }, { $pull: { l: 1 }, $min: { a: 1 } });
  const upserted = await collection.updateOne({ _id: 9 }, { $set: { a: 9 } }, { upsert: true });
  const replaced = await collection.replaceOne({ _id: 3 }, { c: 1 });
  const changed = await collection.findOneAndUpdate({ _id: 1 }, { $inc: { a: 10 } }, { returnDocument: 'after', projection: { a: 1 } });
  const removed = await collection.findOneAndDelete({ _id: 2 });
  const deleted = await collection.deleteMany({ a: 9 });

  assert.equal(inserted.insertedCount, 3);
  assert.deepEqual([updated.matchedCount, updated.modifiedCount], [2, 2]);
  assert.deepEqual([pushed.modifiedCount, pulled.modifiedCount], [1, 1]);
  assert.deepEqual([upserted.upsertedCount, upserted.upsertedId], [1, 9]);
  assert.equal(replaced.modifiedCount, 1);
  assert.deepEqual(changed, { _id: 1, a: 11 });
  assert.deepEqual(removed, { _id: 2, a: 1, b: true, l: [2] });
  assert.equal(deleted.deletedCount, 1);
  assert.deepEqual(await collection.find().sort({ _id: 1 }).toArray(), [{ _id: 1, a: 11, b: true }, { _id: 3, c: 1 }]);
});

test('a cursor reads on batch by batch, and is closed in between', async () => {
  await collection.insertMany(Array.from({ length: 1000 }, (_, _id) => ({ _id, text: 'x'.repeat(1000) })));

  const ids = [];
  for await (const { _id } of collection.find().sort({ _id: 1 }).batchSize(64)) {
    ids.push(_id);
  }

  const halfRead = collection.find().batchSize(2);
  await halfRead.next();
  await halfRead.close();

  assert.deepEqual(ids, Array.from({ length: 1000 }, (_, id) => id));
  assert.deepEqual(await collection.find().sort({ _id: -1 }).skip(1).limit(2).project({ _id: 1 }).toArray(), [{ _id: 998 }, { _id: 997 }]);
  assert.deepEqual([await collection.estimatedDocumentCount(), await collection.countDocuments({ _id: { $lt: 10 } })], [1000, 10]);
});

test('a message of 16 documents of a mebibyte goes in and comes out', async () => {
  await collection.insertMany(Array.from({ length: 16 }, (_, _id) => ({ _id, text: String(_id % 10).repeat(1 << 20) })));

  const found = await collection.find().sort({ _id: 1 }).toArray();

  assert.deepEqual(found.map(({ text }) => [text.length, text[0]]), Array.from({ length: 16 }, (_, id) => [1 << 20, String(id % 10)]));
});

test('a pipeline runs', async () => {
  await collection.insertMany([{ _id: 1, a: 1 }, { _id: 2, a: 2 }, { _id: 3, a: 2 }]);

  const found = await collection.aggregate([{ $match: { a: 2 } }, { $sort: { _id: -1 } }, { $project: { _id: 1 } }]).toArray();
  const grouped = await collection.aggregate([{ $group: { _id: '$a', ids: { $push: '$_id' } } }, { $sort: { _id: 1 } }]).toArray();

  assert.deepEqual(found, [{ _id: 3 }, { _id: 2 }]);
  assert.deepEqual(grouped, [{ _id: 1, ids: [1] }, { _id: 2, ids: [2, 3] }]);
});

test('indexes are made, listed, used and dropped', async () => {
  await collection.insertMany([{ _id: 1, a: 1 }, { _id: 2, a: 2 }]);

  assert.equal(await collection.createIndex({ a: 1 }, { unique: true }), 'a_1');
  assert.deepEqual(await collection.indexes(), [{ v: 2, key: { _id: 1 }, name: '_id_' }, { v: 2, key: { a: 1 }, name: 'a_1', unique: true }]);
  const explained = await collection.find({ a: 2 }).explain('executionStats');
  assert.equal(explained.executionStats.totalDocsExamined, 1);
  await assert.rejects(() => collection.insertOne({ a: 2 }), { code: 11000 });
  await collection.dropIndex('a_1');
  assert.equal((await collection.indexes()).length, 1);
});

test('a bulk of writes goes on past an error when it is unordered, and stops at it when it is not', async () => {
  await collection.insertOne({ _id: 1 });
  const operations = [
    { insertOne: { document: { _id: 1 } } },
    { insertOne: { document: { _id: 2 } } },
    { updateOne: { filter: { _id: 2 }, update: { $set: { a: 1 } } } },
    { deleteOne: { filter: { _id: 1 } } },
  ];

  const ordered = await collection.bulkWrite(operations).catch((error) => error);
  const unordered = await collection.bulkWrite(operations, { ordered: false }).catch((error) => error);

  assert.deepEqual([ordered.code, ordered.result.insertedCount], [11000, 0]);
  assert.deepEqual([unordered.code, unordered.result.insertedCount, unordered.result.modifiedCount, unordered.result.deletedCount], [11000, 1, 1, 1]);
  assert.deepEqual(await collection.find().toArray(), [{ _id: 2, a: 1 }]);
});

test('a write that wants no acknowledgement is carried out', async () => {
  const quick = new MongoClient(server.mongoUrl, { maxPoolSize: 1 });
  await quick.db().collection('things', { writeConcern: { w: 0 } }).insertOne({ _id: 1 });

  // Of the same connection, so after it.
  assert.deepEqual(await quick.db().collection('things').find().toArray(), [{ _id: 1 }]);
  await quick.close();
});

test('a session is accepted, a transaction is not', async () => {
  const session = client.startSession();
  await collection.insertOne({ _id: 1 }, { session });

  session.startTransaction();
  await assert.rejects(() => collection.insertOne({ _id: 2 }, { session }));
  await session.abortTransaction().catch(() => {});
  await session.endSession();

  assert.deepEqual(await collection.find().toArray(), [{ _id: 1 }]);
});

test('databases, collections and their sizes are told', async () => {
  await collection.insertOne({ _id: 1 });
  const db = client.db();

  assert.deepEqual((await db.admin().listDatabases({ nameOnly: true })).databases, [{ name: 'owneddata' }]);
  assert.ok((await db.listCollections().toArray()).some(({ name }) => name === 'things'));
  assert.equal((await db.command({ collStats: 'things' })).count, 1);
  assert.equal((await db.command({ validate: 'things' })).valid, true);
  assert.deepEqual(await collection.distinct('_id'), [1]);
});

test('what the store does not know has an error with the name in it', async () => {
  await assert.rejects(() => client.db().command({ teleport: 1 }), { code: 59, message: "no such command: 'teleport'" });
  await assert.rejects(() => collection.aggregate([{ $teleport: {} }]).toArray(), { code: 40324, message: /\$teleport/ });
  await assert.rejects(() => collection.find({ a: { $teleport: 1 } }).toArray(), { code: 2, message: /\$teleport/ });
  await assert.rejects(() => collection.updateOne({}, { $teleport: { a: 1 } }), { code: 9, message: /\$teleport/ });
});

test('what tools write the API shows, and the other way round', async () => {
  const notes = client.db().collection('notes');
  const token = await server.token('alice');
  const ask = async (query) => {
    const response = await fetch(server.url, {
      method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: JSON.stringify({ query }),
    });
    return (await response.json()).data;
  };

  const created = await ask('mutation { createNote(input: { title: "by the API", body: "x" }) { note { title } } }');
  const [note] = await notes.find({ title: 'by the API' }).toArray();
  await notes.updateOne({ _id: note._id }, { $set: { title: 'by a tool' } });

  assert.deepEqual(created, { createNote: { note: { title: 'by the API' } } });
  assert.deepEqual(await ask('{ notes { nodes { title } } }'), { notes: { nodes: [{ title: 'by a tool' }] } });
});
