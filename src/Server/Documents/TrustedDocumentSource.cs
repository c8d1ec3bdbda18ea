namespace OwnedData.Server.Documents;

/// <summary>A trusted document as its owner wrote it.</summary>
/// <param name="Place">The file, with `#` and the id when it is an entry of a manifest: how mistakes name it.</param>
/// <param name="Id">What clients send.</param>
/// <param name="Text">UTF-8.</param>
internal sealed record TrustedDocumentSource(string Place, string Id, ReadOnlyMemory<byte> Text);
