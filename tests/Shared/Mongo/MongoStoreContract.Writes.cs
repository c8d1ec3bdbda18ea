using OwnedData.Mongo.Commands;
using static OwnedData.Mongo.Tests.StoreExtensions;

namespace OwnedData.Mongo.Tests;

/// <content>Updates and deletes.</content>
public abstract partial class MongoStoreContract
{
    [StoreFact]
    public async Task Updates_change_the_first_match_or_all()
    {
        await Store.InsertAsync("updates", "{_id: 1, a: 1}", "{_id: 2, a: 1}", "{_id: 3, a: 2}");

        var first = await Store.RunAsync(new UpdateCommand("updates") { Filter = Parse("{a: 1}"), Update = Parse("{$set: {b: 7}}") }, "n", "nModified");
        var all = await Store.RunAsync(new UpdateCommand("updates") { Filter = Parse("{a: 1}"), Update = Parse("{$set: {b: 7}}"), Multi = true }, "n", "nModified");

        Assert.Equal("""{"n": 1, "nModified": 1}""", first);
        Assert.Equal("""{"n": 2, "nModified": 1}""", all);
        Assert.Equal(
            ["""{"_id": 1, "a": 1, "b": 7}""", """{"_id": 2, "a": 1, "b": 7}""", """{"_id": 3, "a": 2}"""],
            await Store.FindAsync("updates", sort: "{_id: 1}"));
    }

    [StoreFact]
    public async Task An_update_that_moves_documents_along_its_own_index_meets_each_once()
    {
        await Store.CreateIndexAsync("halloween", "a_1", "{a: 1}");
        await Store.InsertAsync("halloween", "{_id: 1, a: 1}", "{_id: 2, a: 2}", "{_id: 3, a: 3}");

        await Store.RunAsync(new UpdateCommand("halloween") { Filter = Parse("{a: {$gt: 0}}"), Update = Parse("{$inc: {a: 10}}"), Multi = true });

        Assert.Equal(["""{"_id": 1, "a": 11}""", """{"_id": 2, "a": 12}""", """{"_id": 3, "a": 13}"""], await Store.FindAsync("halloween", "{a: {$gt: 0}}", "{a: 1}"));
    }

    [StoreFact]
    public async Task An_upsert_makes_the_document_it_did_not_find()
    {
        var made = await Store.RunAsync(new UpdateCommand("upserts") { Filter = Parse("{_id: 5, a: 1}"), Update = Parse("{$setOnInsert: {b: 2}}"), Upsert = true }, "n", "upserted");
        var found = await Store.RunAsync(new UpdateCommand("upserts") { Filter = Parse("{_id: 5}"), Update = Parse("{$setOnInsert: {b: 3}}"), Upsert = true }, "n", "nModified", "upserted");

        Assert.Equal("""{"n": 1, "upserted": [{"index": 0, "_id": 5}]}""", made);
        Assert.Equal("""{"n": 1, "nModified": 0}""", found);
        Assert.Equal(["""{"_id": 5, "a": 1, "b": 2}"""], await Store.FindAsync("upserts"));
    }

    [StoreFact]
    public async Task An_update_into_a_duplicate_names_the_index_and_changes_nothing()
    {
        await Store.CreateIndexAsync("update_unique", "a_1", "{a: 1}", unique: true);
        await Store.InsertAsync("update_unique", "{_id: 1, a: 1}", "{_id: 2, a: 2}");

        var error = await Store.FailAsync(new UpdateCommand("update_unique") { Filter = Parse("{_id: 2}"), Update = Parse("{$set: {a: 1}}") });

        Assert.Equal((StoreErrorCode.DuplicateKey, "a_1", 0), (error.Code, error.IndexName, error.DocumentsWritten));
        Assert.Equal(["""{"_id": 2, "a": 2}"""], await Store.FindAsync("update_unique", "{a: 2}"));
    }

    [StoreFact]
    public async Task Deletes_take_the_first_match_or_all()
    {
        await Store.InsertAsync("deletes", "{_id: 1, a: 1}", "{_id: 2, a: 1}", "{_id: 3, a: 1}", "{_id: 4}");

        Assert.Equal("""{"n": 1}""", await Store.RunAsync(new DeleteCommand("deletes") { Filter = Parse("{a: 1}") }, "n"));
        Assert.Equal("""{"n": 2}""", await Store.RunAsync(new DeleteCommand("deletes") { Filter = Parse("{a: 1}"), Multi = true }, "n"));
        Assert.Equal(["""{"_id": 4}"""], await Store.FindAsync("deletes"));
    }

    [StoreTheory]
    [InlineData(true, """{"lastErrorObject": {"n": 1, "updatedExisting": true}, "value": {"_id": 1, "a": 2}}""")]
    [InlineData(false, """{"lastErrorObject": {"n": 1, "updatedExisting": true}, "value": {"_id": 1, "a": 1}}""")]
    public async Task FindAndModify_gives_back_the_image_that_is_wanted(bool returnNew, string expected)
    {
        var collection = $"modify_{returnNew}";
        await Store.InsertAsync(collection, "{_id: 1, a: 1, b: 1}");

        var command = new FindAndModifyCommand(collection)
        {
            Filter = Parse("{_id: 1}"), Update = Parse("{$inc: {a: 1}}"), Projection = Parse("{a: 1}"), ReturnNew = returnNew,
        };
        var reply = await Store.RunAsync(command, "lastErrorObject", "value");

        Assert.Equal(expected, reply);
    }

    [StoreFact]
    public async Task FindAndModify_removes_and_gives_back_what_it_removed()
    {
        await Store.InsertAsync("modify_remove", "{_id: 1, a: 1}");

        var removed = await Store.RunAsync(new FindAndModifyCommand("modify_remove") { Filter = Parse("{a: 1}"), Update = null }, "lastErrorObject", "value");
        var again = await Store.RunAsync(new FindAndModifyCommand("modify_remove") { Filter = Parse("{a: 1}"), Update = null }, "lastErrorObject", "value");

        Assert.Equal("""{"lastErrorObject": {"n": 1}, "value": {"_id": 1, "a": 1}}""", removed);
        Assert.Equal("""{"lastErrorObject": {"n": 0}, "value": null}""", again);
        Assert.Empty(await Store.FindAsync("modify_remove"));
    }

    [StoreFact]
    public async Task FindAndModify_into_a_duplicate_is_a_command_error_with_the_index()
    {
        await Store.CreateIndexAsync("modify_unique", "a_1", "{a: 1}", unique: true);
        await Store.InsertAsync("modify_unique", "{_id: 1, a: 1}", "{_id: 2, a: 2}");

        var error = await Store.FailAsync(new FindAndModifyCommand("modify_unique") { Filter = Parse("{_id: 2}"), Update = Parse("{$set: {a: 1}}") });

        Assert.Equal((StoreErrorCode.DuplicateKey, "a_1"), (error.Code, error.IndexName));
    }
}
