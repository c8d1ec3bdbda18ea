namespace OwnedData.Mongo.Native.Tests;

/// <summary>The contract through libmongoc, each test in a database of its own.</summary>
public sealed class NativeMongoStoreContractTests : MongoStoreContract, IDisposable
{
    private readonly string _database = TestMongoDB.NewDatabase();
    private readonly NativeMongoStore _store;

    public NativeMongoStoreContractTests() => _store = TestMongoDB.Open(_database);

    protected override IMongoStore Store => _store;

    public void Dispose()
    {
        _store.Dispose();
        TestMongoDB.Run(_database, "{dropDatabase: 1}");
    }
}
