namespace OwnedData.Server.Documents;

/// <summary>A text that a client registered.</summary>
internal sealed class AutomaticDocument(DocumentHash hash, byte[] text)
{
    public DocumentHash Hash { get; } = hash;

    /// <summary>UTF-8.</summary>
    public byte[] Text { get; } = text;

    /// <summary>Since the registrant's last eviction. Written without a lock: a lost mark costs the client one more request.</summary>
    public bool IsUsed { get; set; }

    /// <summary>What it counts for, in bytes.</summary>
    public int Size => Text.Length + AutomaticDocuments.EntryOverhead;
}
