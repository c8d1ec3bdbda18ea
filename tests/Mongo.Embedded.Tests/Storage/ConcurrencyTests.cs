using OwnedData.Mongo.Commands;

namespace OwnedData.Mongo.Embedded.Tests.Storage;

public sealed class ConcurrencyTests : IDisposable
{
    private readonly EmbeddedMongoStore _store = EmbeddedMongoStore.Open(new EmbeddedStoreOptions { MaximumReaders = 3 }, TimeProvider.System);

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_query_sees_one_snapshot_while_its_documents_are_deleted()
    {
        await _store.InsertAsync("snapshot", [.. Enumerable.Range(0, 500).Select(id => $"{{_id: {id}}}")]);
        var seen = 0;

        await foreach (var batch in _store.QueryAsync(new FindCommand("snapshot"), CancellationToken.None))
        {
            if (seen == 0)
            {
                await _store.RunAsync(new DropCommand("snapshot"));
            }

            seen += batch.Count;
            batch.Dispose();
        }

        Assert.Equal(500, seen);
        Assert.Empty(await _store.FindAsync("snapshot"));
    }

    [Fact]
    public async Task Readers_see_each_command_whole_while_indexes_come_and_turn_multikey()
    {
        var writing = Task.Run(WriteTriplesAsync);
        var reading = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!writing.IsCompleted)
            {
                Assert.Equal(0, (await _store.FindAsync("triples", "{a: {$gte: 0}}")).Count % 3);
            }
        }));

        await Task.WhenAll(reading.Append(writing));

        Assert.Equal(300, (await _store.FindAsync("triples", "{a: {$gte: 0}}")).Count);
        Assert.Empty(await _store.VerifyIntegrityAsync(CancellationToken.None));
    }

    [Fact]
    public async Task An_abandoned_query_gives_its_reader_back()
    {
        await _store.InsertAsync("abandoned", [.. Enumerable.Range(0, 500).Select(id => $"{{_id: {id}}}")]);
        for (var round = 0; round < 10; round++)
        {
            await foreach (var batch in _store.QueryAsync(new FindCommand("abandoned"), CancellationToken.None))
            {
                batch.Dispose();
                break;
            }
        }

        Assert.Equal(500, (await _store.FindAsync("abandoned")).Count);
    }

    private async Task WriteTriplesAsync()
    {
        for (var id = 0; id < 300; id += 3)
        {
            var value = id < 150 ? $"{id}" : $"[{id}, {id + 1}]";
            await _store.InsertAsync("triples", [.. Enumerable.Range(id, 3).Select(each => $"{{_id: {each}, a: {value}}}")]);
            if (id == 60)
            {
                await _store.CreateIndexAsync("triples", "a_1", "{a: 1}");
            }
        }
    }
}
