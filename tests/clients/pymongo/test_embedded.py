"""MongoDB's driver for Python on the embedded store. The environment's OWNEDDATA_MONGO_URL says where."""
import datetime
import os
import unittest

import bson
import pymongo
import pymongo.errors


class EmbeddedStore(unittest.TestCase):
    def setUp(self):
        self.client = pymongo.MongoClient(os.environ["OWNEDDATA_MONGO_URL"], serverSelectionTimeoutMS=10000)
        self.addCleanup(self.client.close)
        self.database = self.client.get_default_database()
        self.things = self.database.things
        self.things.drop()

    def test_a_wrong_password_gets_nowhere(self):
        stranger = pymongo.MongoClient(os.environ["OWNEDDATA_MONGO_URL"], password="wrong", serverSelectionTimeoutMS=10000)
        self.addCleanup(stranger.close)

        with self.assertRaises(pymongo.errors.OperationFailure) as failure:
            stranger.owneddata.things.find_one()

        self.assertEqual(failure.exception.code, 18)

    def test_values_of_every_type_come_back_as_they_went_in(self):
        document = {
            "_id": bson.ObjectId(), "text": "ä€😀", "number": 1.5, "int": 7, "long": bson.Int64(9007199254740993), "decimal": bson.Decimal128("1.10"),
            "date": datetime.datetime(2026, 1, 2, 3, 4, 5, 678000), "list": [1, [2], {"a": None}], "bytes": b"abc", "pattern": bson.Regex("a.b", "i"),
            "yes": True, "time": bson.Timestamp(1, 2), "least": bson.MinKey(), "most": bson.MaxKey(),
        }

        self.things.insert_one(document)

        self.assertEqual(self.things.find_one({"_id": document["_id"]}), document)

    def test_documents_are_changed_and_deleted(self):
        self.things.insert_many([{"_id": 1, "a": 1}, {"_id": 2, "a": 1}, {"_id": 3, "a": 2}])

        updated = self.things.update_many({"a": 1}, {"$set": {"b": True}})
        upserted = self.things.update_one({"_id": 9}, {"$inc": {"a": 9}}, upsert=True)
        replaced = self.things.replace_one({"_id": 3}, {"c": 1})
        changed = self.things.find_one_and_update({"_id": 1}, {"$inc": {"a": 10}}, return_document=pymongo.ReturnDocument.AFTER)
        deleted = self.things.delete_one({"_id": 2})

        self.assertEqual((updated.matched_count, updated.modified_count, upserted.upserted_id), (2, 2, 9))
        self.assertEqual((replaced.modified_count, changed, deleted.deleted_count), (1, {"_id": 1, "a": 11, "b": True}, 1))
        self.assertEqual(list(self.things.find().sort("_id")), [{"_id": 1, "a": 11, "b": True}, {"_id": 3, "c": 1}, {"_id": 9, "a": 9}])

    def test_a_cursor_is_read_on_and_closed_in_between(self):
        self.things.insert_many([{"_id": id, "text": "x" * 1000} for id in range(1000)])

        ids = [thing["_id"] for thing in self.things.find(batch_size=64).sort("_id")]
        half_read = self.things.find(batch_size=2)
        next(half_read)
        half_read.close()

        self.assertEqual(ids, list(range(1000)))
        self.assertEqual(list(self.things.find({}, {"_id": 1}).sort("_id", -1).skip(1).limit(2)), [{"_id": 998}, {"_id": 997}])
        self.assertEqual((self.things.estimated_document_count(), self.things.count_documents({"_id": {"$lt": 10}})), (1000, 10))

    def test_a_pipeline_runs(self):
        self.things.insert_many([{"_id": 1, "a": 1}, {"_id": 2, "a": 2}, {"_id": 3, "a": 2}])

        groups = list(self.things.aggregate([{"$group": {"_id": "$a", "ids": {"$push": "$_id"}}}, {"$sort": {"_id": 1}}]))

        self.assertEqual(groups, [{"_id": 1, "ids": [1]}, {"_id": 2, "ids": [2, 3]}])

    def test_indexes_are_made_listed_used_and_dropped(self):
        self.things.insert_many([{"_id": 1, "a": 1}, {"_id": 2, "a": 2}])

        self.assertEqual(self.things.create_index("a", unique=True), "a_1")
        self.assertEqual(set(self.things.index_information()), {"_id_", "a_1"})
        self.assertEqual(self.things.find({"a": 2}).explain()["queryPlanner"]["winningPlan"]["inputStage"]["indexName"], "a_1")
        with self.assertRaises(pymongo.errors.DuplicateKeyError):
            self.things.insert_one({"a": 2})
        self.things.drop_index("a_1")
        self.assertEqual(set(self.things.index_information()), {"_id_"})

    def test_a_bulk_of_writes_stops_at_an_error_or_goes_on(self):
        self.things.insert_one({"_id": 1})
        writes = [pymongo.InsertOne({"_id": 1}), pymongo.InsertOne({"_id": 2}), pymongo.UpdateOne({"_id": 2}, {"$set": {"a": 1}}), pymongo.DeleteOne({"_id": 1})]

        with self.assertRaises(pymongo.errors.BulkWriteError) as ordered:
            self.things.bulk_write(writes)
        with self.assertRaises(pymongo.errors.BulkWriteError) as unordered:
            self.things.bulk_write(writes, ordered=False)

        self.assertEqual(ordered.exception.details["nInserted"], 0)
        self.assertEqual([unordered.exception.details[count] for count in ("nInserted", "nModified", "nRemoved")], [1, 1, 1])
        self.assertEqual(list(self.things.find()), [{"_id": 2, "a": 1}])

    def test_databases_and_collections_are_listed(self):
        self.things.insert_one({})

        self.assertEqual(self.client.list_database_names(), ["owneddata"])
        self.assertIn("things", self.database.list_collection_names())
        self.assertEqual(self.database.command("collStats", "things")["count"], 1)

    def test_what_is_unknown_has_the_code_that_mongodb_has_for_it(self):
        for code, run in (
            (59, lambda: self.database.command("teleport")),
            (40324, lambda: list(self.things.aggregate([{"$teleport": {}}]))),
            (2, lambda: self.things.find_one({"a": {"$teleport": 1}})),
            (9, lambda: self.things.update_one({}, {"$teleport": {"a": 1}})),
        ):
            with self.subTest(code=code), self.assertRaises(pymongo.errors.OperationFailure) as failure:
                run()
            self.assertEqual(failure.exception.code, code)
            self.assertIn("teleport", str(failure.exception))

    def test_a_session_is_taken_and_a_transaction_is_not(self):
        with self.client.start_session() as session:
            self.things.insert_one({"_id": 1}, session=session)
            with self.assertRaises(pymongo.errors.PyMongoError), session.start_transaction():
                self.things.insert_one({"_id": 2}, session=session)

        self.assertEqual(list(self.things.find()), [{"_id": 1}])


if __name__ == "__main__":
    unittest.main()
