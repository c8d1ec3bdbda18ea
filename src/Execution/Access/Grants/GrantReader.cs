using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo;
using OwnedData.Mongo.Commands;

namespace OwnedData.Execution.Access.Grants;

/// <summary>
/// Between authentication and binding: completes the viewer with what the store grants them, by one find on the subject's own document. It holds
/// the store beside the query filter because the filter's predicates are made of what it reads; it sends no command but that find. No grants
/// are used for longer than the source says after the read that gave them was begun, and a failed read is never "no grants".
/// </summary>
/// <param name="store">The store.</param>
/// <param name="source">Where the grants are.</param>
/// <param name="time">Of the cache.</param>
/// <param name="reportMalformed">Told the subject and what is wrong with a document that counts for nothing.</param>
public sealed class GrantReader(IMongoStore store, GrantSource source, TimeProvider time, Action<string, string> reportMalformed)
{
    private const int MaximumSubjects = 10_000;
    private const long MaximumBytes = 64 * 1024 * 1024;

    private readonly GrantCache _cache = new(MaximumSubjects, MaximumBytes);
    private readonly long _ticksKept = (long)(source.CacheTime.TotalSeconds * time.TimestampFrequency);

    /// <summary>The viewer with their grants; the anonymous have none. Throws <see cref="StoreException"/>.</summary>
    public ValueTask<Viewer> CompleteAsync(Viewer viewer, CancellationToken cancellationToken) =>
        viewer.Owner is { } owner ? CompleteAsync(viewer, owner, cancellationToken) : ValueTask.FromResult(viewer);

    private async ValueTask<Viewer> CompleteAsync(Viewer viewer, string owner, CancellationToken cancellationToken)
    {
        var grants = source.CacheTime == TimeSpan.Zero
            ? await FindAsync(owner, cancellationToken).ConfigureAwait(false)
            : await FindKeptAsync(owner, cancellationToken).ConfigureAwait(false);
        return grants.AddTo(viewer);
    }

    private async ValueTask<ViewerGrants> FindKeptAsync(string owner, CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = time.GetTimestamp();
            var read = _cache.Join(owner, now, now - _ticksKept, out var isNew);
            if (isNew)
            {
                _ = AnswerAsync(read);
            }

            var grants = await read.Answer.WaitAsync(cancellationToken).ConfigureAwait(false);

            // Somebody else's read may have taken so long that what it saw is too old for this request by now.
            if (isNew || time.GetTimestamp() - read.StartedAt < _ticksKept)
            {
                return grants;
            }
        }
    }

    // Without the first request's token: others wait for the answer, too. The store ends it after the time it may take.
    private async Task AnswerAsync(GrantRead read)
    {
        var finding = FindAsync(read.Owner, CancellationToken.None).AsTask();
        await ((Task)finding).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _cache.Complete(read, finding);
    }

    private async ValueTask<ViewerGrants> FindAsync(string owner, CancellationToken cancellationToken)
    {
        var command = new FindCommand(source.Collection) { Filter = ById(owner), Limit = 1, MaxTime = source.MaxTime };
        var grants = ViewerGrants.None;
        await foreach (var batch in store.QueryAsync(command, cancellationToken).ConfigureAwait(false))
        {
            using (batch)
            {
                grants = batch.Count > 0 ? Read(batch, owner) : grants;
            }
        }

        return grants;
    }

    private ViewerGrants Read(DocumentBatch batch, string owner)
    {
        var offset = 0;
        if (ViewerGrants.TryRead(batch.Next(ref offset), out var grants, out var problem))
        {
            return grants;
        }

        reportMalformed(owner, problem);
        return ViewerGrants.None;
    }

    private static BsonDocument ById(string owner)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteString("_id"u8, Encoding.UTF8.GetBytes(owner));
        writer.WriteEndDocument();
        return writer.ToDocument();
    }
}
