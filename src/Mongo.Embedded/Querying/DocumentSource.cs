namespace OwnedData.Mongo.Embedded.Querying;

/// <summary>One stage of a running query: gives documents one after the other, pulled by the stage after it. Disposing the last disposes all.</summary>
internal abstract class DocumentSource : IDisposable
{
    /// <summary>The current document; valid until the next move.</summary>
    internal abstract ReadOnlySpan<byte> Current { get; }

    /// <summary>Moves to the next document; false after the last.</summary>
    internal abstract bool MoveNext();

    /// <inheritdoc />
    public abstract void Dispose();
}
