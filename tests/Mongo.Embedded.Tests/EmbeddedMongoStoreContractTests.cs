namespace OwnedData.Mongo.Embedded.Tests;

public sealed class EmbeddedMongoStoreContractTests : MongoStoreContract, IDisposable
{
    private readonly EmbeddedMongoStore _store = EmbeddedMongoStore.Open(new EmbeddedStoreOptions(), TimeProvider.System);

    protected override IMongoStore Store => _store;

    public void Dispose() => _store.Dispose();
}
