using OwnedData.Execution.Indexes;
using OwnedData.Mongo;
using OwnedData.Mongo.Commands;
using OwnedData.Schema.Model;
using OwnedData.Server.Startup;

namespace OwnedData.Server.Commands;

/// <summary>
/// Brings a store's indexes up to a model, one at a time and each told of before it starts. First goes what is in the way of a new one, then the new ones
/// are made, then the rest of the unused go: a query that has an index keeps one.
/// </summary>
internal sealed class IndexApplication(IMongoStore store, TextWriter output, TimeProvider time)
{
    private int _steps;
    private int _step;

    public async Task RunAsync(IReadOnlyList<IndexComparison> comparisons, bool dropsUnused, CancellationToken cancellationToken)
    {
        var missing = comparisons.SelectMany(comparison => comparison.Missing.Select(index => (comparison.Type, Index: index))).ToArray();
        var unused = comparisons.SelectMany(comparison => comparison.Unused.Select(index => (comparison.Type, Index: index))).ToArray();
        var first = unused.Where(old => missing.Any(wanted => wanted.Type == old.Type && old.Index.IsInTheWayOf(wanted.Index))).ToArray();
        _steps = missing.Length + (dropsUnused ? unused.Length : 0);
        if (dropsUnused)
        {
            await DropAsync(first, cancellationToken);
        }

        foreach (var (type, index) in missing)
        {
            await StepAsync("make", type, index.Name, () => StoreIndexes.CreateAsync(store, type, [index], cancellationToken));
        }

        if (dropsUnused)
        {
            await DropAsync(unused.Except(first), cancellationToken);
        }
        else
        {
            foreach (var (type, index) in unused)
            {
                await output.WriteLineAsync($"unused, kept: {type.Collection}: {index.Name}");
            }
        }

        await output.WriteLineAsync(_steps == 0 ? "Nothing to do." : "Done.");
    }

    private async Task DropAsync(IEnumerable<(StoredType Type, StoredIndex Index)> indexes, CancellationToken cancellationToken)
    {
        foreach (var (type, index) in indexes)
        {
            await StepAsync(
                "drop", type, index.Name, async () => await store.ExecuteAsync(new DropIndexCommand(type.Collection) { Index = index.Name }, cancellationToken));
        }
    }

    private async Task StepAsync(string verb, StoredType type, string index, Func<Task> action)
    {
        await output.WriteAsync($"[{++_step}/{_steps}] {verb} {type.Collection}: {index} ");
        await output.FlushAsync();
        var started = time.GetTimestamp();
        await action();
        await output.WriteLineAsync($"({time.GetElapsedTime(started).TotalSeconds:0.0} s)");
    }
}
