using System.Diagnostics;
using System.Text.Json;

namespace OwnedData.Mongo.Embedded.Tests.Storage;

public sealed class CrashTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(40)]
    [InlineData(151)]
    public async Task A_killed_writer_loses_nothing_acknowledged_and_leaves_nothing_half_written(int acknowledgements)
    {
        using var folder = new TemporaryFolder();
        var (lastInserted, lastUpdated) = await WriteUntilKilledAsync(folder.Path, acknowledgements);

        using var store = folder.OpenStore();
        Assert.Empty(await store.VerifyIntegrityAsync(CancellationToken.None));
        var documents = (await store.FindAsync("crash", sort: "{_id: 1}")).ConvertAll(json => JsonDocument.Parse(json).RootElement);

        // One more batch may have been committed whose acknowledgement never came out; a part of one may not.
        Assert.InRange(documents.Count, lastInserted + 1, lastInserted + 4);
        Assert.Equal(0, documents.Count % 3);
        Assert.Equal(Enumerable.Range(0, documents.Count), documents.Select(document => document.GetProperty("_id").GetInt32()));
        foreach (var document in documents)
        {
            AssertWhole(document, lastUpdated);
        }
    }

    private static void AssertWhole(JsonElement document, int lastUpdated)
    {
        var id = document.GetProperty("_id").GetInt32();
        var isChanged = document.GetProperty("state").GetString() == "changed";
        Assert.True(isChanged || id % 3 != 0 || id > lastUpdated, $"The acknowledged update of {id} is lost");
        Assert.Equal(2 * id + (isChanged ? 1 : 0), document.GetProperty("number").GetInt32());
        Assert.Equal(isChanged ? 1 : 2, document.GetProperty("tags").GetArrayLength());
        Assert.Equal(id % 5 * 1000, document.GetProperty("text").GetString()!.Length);
    }

    private static async Task<(int LastInserted, int LastUpdated)> WriteUntilKilledAsync(string folder, int acknowledgements)
    {
        var writer = Path.Combine(AppContext.BaseDirectory, "OwnedData.Mongo.Embedded.CrashWriter.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", writer, folder]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var last = new Dictionary<string, int> { ["insert"] = -1, ["update"] = -1 };
        for (var count = 0; await process.StandardOutput.ReadLineAsync() is { } line; count++)
        {
            // Everything that came out was acknowledged, also after the kill was sent.
            var (kind, id) = line.Split(' ') is [var first, var second] ? (first, int.Parse(second)) : throw new InvalidOperationException(line);
            last[kind] = id;
            if (count == acknowledgements)
            {
                process.Kill();
            }
        }

        await process.WaitForExitAsync();
        Assert.True(last["insert"] >= 0, "The writer acknowledged nothing");
        return (last["insert"], last["update"]);
    }
}
