using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Querying;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Wire;

/// <summary>An open query with its snapshot, which a client reads on command by command. One command at a time has it.</summary>
internal sealed class OpenCursor(DocumentSource source, ReadSession session, OperationContext context, string collection) : IDisposable
{
    // Beyond it only a single document bigger than this goes into a batch: a reply stays far below what a message may have.
    private const int BatchBytes = 16 << 20;

    // Whether the source stands on a document that no batch has had yet.
    private bool _isAhead;

    internal string Namespace { get; } = collection;

    /// <summary>When its last batch was given, by the clock's timestamps.</summary>
    internal long LastUsed { get; private set; }

    /// <summary>Writes documents into an array that is open; false when they were the last.</summary>
    internal bool WriteBatch(BsonWriter writer, int? limit)
    {
        var bytes = 0;
        for (var count = 0; limit is null || count < limit; count++)
        {
            if (!MoveNext())
            {
                return false;
            }

            if (count > 0 && bytes + source.Current.Length > BatchBytes)
            {
                return true;
            }

            bytes += source.Current.Length;
            writer.WriteDocument(source.Current);
            _isAhead = false;
        }

        // With a look ahead a client that has everything knows, and leaves no cursor behind. An empty batch was asked for so that nothing runs yet.
        return limit == 0 || MoveNext();
    }

    /// <summary>The time until <see cref="Resume"/> is the client's: it does not count for `maxTimeMS`.</summary>
    internal void Pause(TimeProvider timeProvider) => LastUsed = timeProvider.GetTimestamp();

    internal void Resume(TimeProvider timeProvider) => context.ExtendTime(timeProvider.GetTimestamp() - LastUsed);

    public void Dispose()
    {
        source.Dispose();
        session.Dispose();
    }

    private bool MoveNext() => _isAhead = _isAhead || source.MoveNext();
}
