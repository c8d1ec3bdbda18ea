namespace OwnedData.Mongo.Embedded.Querying;

/// <summary>`$count` behind any other stage.</summary>
internal sealed class CountedDocuments(DocumentSource source, byte[] field) : CountSource(field)
{
    public override void Dispose()
    {
        source.Dispose();
        base.Dispose();
    }

    protected override long Count()
    {
        var count = 0L;
        while (source.MoveNext())
        {
            count++;
        }

        return count;
    }
}
