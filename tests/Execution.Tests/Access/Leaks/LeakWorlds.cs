using OwnedData.Execution.Access;
using OwnedData.Execution.Tests.Support;

namespace OwnedData.Execution.Tests.Access.Leaks;

/// <summary>Two servers with the same requests: one has what Alice may not see, the other has only what she may. Whoever can tell them apart has found a leak.</summary>
internal sealed class LeakWorlds : IDisposable
{
    private LeakWorlds(Api shared, Api alone) => (Shared, Alone) = (shared, alone);

    public Api Shared { get; }

    public Api Alone { get; }

    public static async Task<LeakWorlds> CreateAsync() => new(await LeakModel.CreateAsync(hasInvisible: true), await LeakModel.CreateAsync(hasInvisible: false));

    /// <summary>What Alice is answered, after it was found to be the same bytes in both worlds.</summary>
    public async Task<string> AnswerAsync(string query, string? variables = null, Viewer? viewer = null)
    {
        var shared = await Shared.RunAsync(query, viewer ?? LeakModel.Alice, variables);
        var alone = await Alone.RunAsync(query, viewer ?? LeakModel.Alice, variables);
        Assert.Equal(alone, shared);
        return shared;
    }

    /// <summary>The documents of a collection as they are stored, in the world that has all.</summary>
    public async Task<string> StoredAsync(string collection)
    {
        var texts = new List<string>();
        await foreach (var batch in Shared.Store.QueryAsync(new Mongo.Commands.FindCommand(collection), default))
        {
            using (batch)
            {
                for (var offset = 0; offset < batch.Length;)
                {
                    texts.Add(batch.Next(ref offset).ToString());
                }
            }
        }

        return string.Join('\n', texts);
    }

    public void Dispose()
    {
        Shared.Dispose();
        Alone.Dispose();
    }
}
