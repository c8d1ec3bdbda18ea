namespace OwnedData.Server.Documents;

/// <summary>What one registrant has in the cache. Used under the cache's lock only.</summary>
/// <param name="registrant">Whose they are.</param>
/// <param name="order">Different for each: tells registrants of the same size apart.</param>
internal sealed class RegistrantDocuments(Registrant registrant, long order)
{
    private readonly Queue<AutomaticDocument> _documents = new();

    /// <summary>By size.</summary>
    public static IComparer<RegistrantDocuments> SizeComparer { get; } =
        Comparer<RegistrantDocuments>.Create((left, right) => (left.Size, left.Order).CompareTo((right.Size, right.Order)));

    public Registrant Registrant { get; } = registrant;

    /// <summary>In bytes.</summary>
    public int Size { get; private set; }

    private long Order { get; } = order;

    public void Add(AutomaticDocument document)
    {
        _documents.Enqueue(document);
        Size += document.Size;
    }

    /// <summary>The oldest that was not used since it was last looked at here; each used one gets a second chance (the clock algorithm).</summary>
    public AutomaticDocument RemoveLeastUsed()
    {
        var document = _documents.Dequeue();
        for (var spared = _documents.Count; document.IsUsed && spared > 0; spared--)
        {
            document.IsUsed = false;
            _documents.Enqueue(document);
            document = _documents.Dequeue();
        }

        Size -= document.Size;
        return document;
    }
}
