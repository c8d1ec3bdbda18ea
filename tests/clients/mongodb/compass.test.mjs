// What MongoDB Compass asks, with the driver that it has: it is a program for a desktop and can't be run here. An error other than those
// that it expects, and it shows neither databases nor collections nor indexes.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { MongoClient } from 'mongodb';
import { startServer } from '../support/server.mjs';

let server;
let client;
before(async () => {
  server = await startServer({ 'Embedded:Port': '0', 'Development:SampleData': 'false' });
  client = await new MongoClient(server.mongoUrl, { serverSelectionTimeoutMS: 10_000 }).connect();
  await client.db().collection('things').insertMany([{ _id: 1, a: 1 }, { _id: 2, a: 2 }]);
});
after(async () => {
  await client?.close();
  await server?.stop();
});

test('on connecting it learns who is logged in, where, and to what', async () => {
  const admin = client.db('admin');
  const [status, host, build, parameter] = await Promise.all([
    admin.command({ connectionStatus: 1, showPrivileges: true }), admin.command({ hostInfo: 1 }), admin.command({ buildInfo: 1 }),
    admin.command({ getParameter: 1, featureCompatibilityVersion: 1 }),
  ]);

  assert.deepEqual(status.authInfo.authenticatedUsers, [{ user: 'owneddata', db: 'admin' }]);
  assert.ok(host.system.numCores > 0 && host.system.memSizeMB > 0 && host.os.name);
  assert.equal(parameter.featureCompatibilityVersion.version, build.versionArray.slice(0, 2).join('.'));
  assert.equal(await admin.collection('atlascli').countDocuments({ managedClusterType: 'atlasCliLocalDevCluster' }), 0);
  await assert.rejects(() => admin.command({ atlasVersion: 1 }), { code: 59, codeName: 'CommandNotFound' });
});

test('databases, collections and indexes are listed', async () => {
  const { databases } = await client.db('admin').command({ listDatabases: 1, nameOnly: true });
  const collections = await client.db().listCollections({}, { nameOnly: true }).toArray();
  const statistics = await client.db().command({ dbStats: 1 });

  assert.deepEqual(databases, [{ name: 'owneddata' }]);
  assert.ok(collections.some(({ name, type }) => name === 'things' && type === 'collection'));
  assert.ok(statistics.collections > 0 && statistics.objects > 0);
  assert.deepEqual((await client.db().collection('things').indexes()).map(({ name }) => name), ['_id_']);
});

test('the sizes of a collection and of its indexes are computed', async () => {
  const double = (name) => ({ $toDouble: `$storageStats.${name}` });
  const [sizes] = await client.db().collection('things').aggregate([
    { $collStats: { storageStats: {} } },
    { $group: { _id: null, count: { $sum: '$storageStats.count' }, size: { $sum: double('size') }, all: { $sum: { $multiply: [double('avgObjSize'), double('count')] } }, indexes: { $max: '$storageStats.nindexes' } } },
    { $addFields: { average: { $cond: { if: { $ne: ['$count', 0] }, then: { $divide: ['$all', { $toDouble: '$count' }] }, else: 0 } } } },
  ]).toArray();
  const indexSizes = await client.db().collection('things').aggregate([
    { $collStats: { storageStats: {} } }, { $project: { indexSizes: { $objectToArray: '$storageStats.indexSizes' } } }, { $unwind: '$indexSizes' },
    { $group: { _id: '$indexSizes.k', size: { $sum: { $toDouble: '$indexSizes.v' } } } },
  ]).toArray();

  assert.deepEqual(sizes, { _id: null, count: 2, size: 42, all: 42, indexes: 1, average: 21 });
  assert.deepEqual(indexSizes.map(({ _id, size }) => [_id, size > 0]), [['_id_', true]]);
});

test('stages about the state of a server are refused in the words that it looks for', async () => {
  const unknown = { code: 40324, message: /Unrecognized pipeline stage name/ };

  await assert.rejects(() => client.db().collection('things').aggregate([{ $indexStats: {} }]).toArray(), unknown);
  await assert.rejects(() => client.db('admin').aggregate([{ $currentOp: { allUsers: true, localOps: false } }]).toArray(), unknown);
  await assert.rejects(() => client.db().collection('things').aggregate([{ $listSearchIndexes: {} }]).toArray(), unknown);
});

test('a schema is made of a sample', async () => {
  const sample = await client.db().collection('things').aggregate([{ $match: {} }, { $sample: { size: 1000 } }], { allowDiskUse: true, maxTimeMS: 10_000 }).toArray();

  assert.deepEqual(sample.map(({ _id }) => _id).sort(), [1, 2]);
});
