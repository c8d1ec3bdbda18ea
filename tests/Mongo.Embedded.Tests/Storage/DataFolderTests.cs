using OwnedData.Mongo.Commands;
using static OwnedData.Mongo.Tests.StoreExtensions;

namespace OwnedData.Mongo.Embedded.Tests.Storage;

public sealed class DataFolderTests
{
    [Fact]
    public async Task What_was_written_is_there_after_reopening_with_its_indexes()
    {
        using var folder = new TemporaryFolder();
        using (var first = folder.OpenStore())
        {
            await first.CreateIndexAsync("kept", "a_1", "{a: 1}", unique: true);
            await first.InsertAsync("kept", "{_id: 1, a: [1, 2]}");
        }

        using var second = folder.OpenStore();

        Assert.Equal(["""{"_id": 1, "a": [1, 2]}"""], await second.FindAsync("kept", "{a: 2}"));
        Assert.Equal("a_1", (await second.FailAsync(new InsertCommand("kept") { Documents = Documents("{a: 2}") })).IndexName);
        Assert.Empty(await second.VerifyIntegrityAsync(CancellationToken.None));
    }

    [Fact]
    public void A_folder_in_use_is_refused_with_the_holders_process_id()
    {
        using var folder = new TemporaryFolder();
        using var first = folder.OpenStore();

        var error = Assert.Throws<StoreException>(() => folder.OpenStore());

        Assert.Equal(StoreErrorCode.DBPathInUse, error.Code);
        Assert.Equal($"The data folder {folder.Path} is in use by another process (pid {Environment.ProcessId}).", error.Message);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_refused()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "file");
        File.WriteAllText(file, "");

        var error = Assert.Throws<StoreException>(() =>
            EmbeddedMongoStore.Open(new EmbeddedStoreOptions { Folder = Path.Combine(file, "data") }, TimeProvider.System));

        Assert.Equal(StoreErrorCode.FileNotOpen, error.Code);
        Assert.StartsWith($"The data folder {Path.Combine(file, "data")} cannot be made or written", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_data_file_is_refused_and_left_alone()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "data.db");
        File.WriteAllText(path, string.Concat(Enumerable.Repeat("This is a letter, not a database. ", 100)));
        var before = File.ReadAllBytes(path);

        var error = Assert.Throws<StoreException>(() => folder.OpenStore());

        Assert.Equal(StoreErrorCode.FileStreamFailed, error.Code);
        Assert.StartsWith("The data file is damaged, or no data file of this store", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(path));
    }

    [Fact]
    public async Task A_full_disk_undoes_the_command_and_loses_nothing_acknowledged()
    {
        using var folder = new TemporaryFolder();
        using var store = folder.OpenStore(maximumFileBytes: 512 << 10);
        await store.CreateIndexAsync("full", "a_1", "{a: 1}");
        var acknowledged = 0;
        StoreException? error = null;
        while (error is null)
        {
            try
            {
                var pair = Documents(Big(acknowledged), Big(acknowledged + 1));
                await store.ExecuteAsync(new InsertCommand("full") { Documents = pair }, CancellationToken.None);
                acknowledged += 2;
            }
            catch (StoreException thrown)
            {
                error = thrown;
            }
        }

        Assert.Equal((StoreErrorCode.OutOfDiskSpace, 0), (error.Code, error.DocumentsWritten));
        Assert.True(acknowledged > 10);
        Assert.Equal(acknowledged, (await store.FindAsync("full", projection: "{_id: 1}")).Count);
        Assert.Empty(await store.VerifyIntegrityAsync(CancellationToken.None));

        await store.RunAsync(new DeleteCommand("full") { Filter = Parse("{_id: {$lt: 4}}"), Multi = true });
        await store.InsertAsync("full", Big(1000));
        Assert.Equal(acknowledged - 3, (await store.FindAsync("full", projection: "{_id: 1}")).Count);
    }

    [Fact]
    public async Task A_temporary_folder_goes_with_its_store()
    {
        string folder;
        using (var store = EmbeddedMongoStore.Open(new EmbeddedStoreOptions(), TimeProvider.System))
        {
            await store.InsertAsync("gone", "{_id: 1}");
            folder = store.Folder;
            Assert.True(Directory.Exists(folder));
        }

        Assert.False(Directory.Exists(folder));
    }

    private static string Big(int id) => $"{{_id: {id}, a: {id}, text: \"{new string('x', 10_000)}\"}}";
}
