namespace OwnedData.Mongo.Embedded.Tests;

/// <summary>A folder of one test, gone with it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("owneddata-test-").FullName;

    internal EmbeddedMongoStore OpenStore(long? maximumFileBytes = null) =>
        EmbeddedMongoStore.Open(new EmbeddedStoreOptions { Folder = Path, MaximumFileBytes = maximumFileBytes }, TimeProvider.System);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
