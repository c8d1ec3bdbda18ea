using OwnedData.Mongo.Commands;
using static OwnedData.Mongo.Tests.StoreExtensions;

namespace OwnedData.Mongo.Tests;

/// <content>What there is in a database: collections and their indexes.</content>
public abstract partial class MongoStoreContract
{
    [StoreFact]
    public async Task A_dropped_index_is_gone_and_its_rule_with_it()
    {
        await Store.CreateIndexAsync("drop_index", "a_1", "{a: 1}", unique: true);
        await Store.CreateIndexAsync("drop_index", "b_1", "{b: 1}");
        await Store.InsertAsync("drop_index", "{_id: 1, a: 1, b: 1}");

        Assert.Equal("""{"nIndexesWas": 3}""", await Store.RunAsync(new DropIndexCommand("drop_index") { Index = "a_1" }, "nIndexesWas"));

        await Store.InsertAsync("drop_index", "{_id: 2, a: 1, b: 2}");
        Assert.Equal(["""{"_id": 2, "a": 1, "b": 2}"""], await Store.FindAsync("drop_index", "{a: 1, b: 2}"));
        Assert.Equal(
            ["""{"name": "_id_"}""", """{"name": "b_1"}"""],
            from index in await Store.QueryAsync(new ListIndexesCommand("drop_index")) select Pick(Parse(index), "name"));
        await Store.CreateIndexAsync("drop_index", "a_1", "{a: 1}");
    }

    [StoreFact]
    public async Task What_is_not_there_or_of_the_id_is_not_dropped()
    {
        await Store.InsertAsync("drop_nothing", "{_id: 1}");

        var unknown = await Store.FailAsync(new DropIndexCommand("drop_nothing") { Index = "a_1" });
        var ofId = await Store.FailAsync(new DropIndexCommand("drop_nothing") { Index = "_id_" });
        var nowhere = await Store.FailAsync(new DropIndexCommand("drop_nowhere") { Index = "a_1" });

        Assert.Equal(
            (StoreErrorCode.IndexNotFound, StoreErrorCode.InvalidOptions, StoreErrorCode.NamespaceNotFound), (unknown.Code, ofId.Code, nowhere.Code));
        Assert.Single(await Store.QueryAsync(new ListIndexesCommand("drop_nothing")));
    }

    [StoreFact]
    public async Task Collections_are_listed_with_their_type()
    {
        await Store.InsertAsync("listed_a", "{_id: 1}");
        await Store.InsertAsync("listed_b", "{_id: 1}");
        await Store.ExecuteAsync(new DropCommand("listed_b"), CancellationToken.None);

        var listed = from collection in await Store.QueryAsync(new ListCollectionsCommand()) select Pick(Parse(collection), "name", "type");

        Assert.Equal(["""{"name": "listed_a", "type": "collection"}"""], listed.Where(collection => collection.Contains("listed_", StringComparison.Ordinal)));
    }
}
