namespace OwnedData.Mongo.Embedded.Querying;

/// <summary>A stage that reads stored documents: what writers use to find the records they change.</summary>
internal abstract class RecordSource : DocumentSource
{
    /// <summary>The number of the current document's row.</summary>
    internal abstract long Record { get; }
}
