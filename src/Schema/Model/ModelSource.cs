namespace OwnedData.Schema.Model;

/// <summary>One file of the model.</summary>
/// <param name="File">The name that errors are told with.</param>
/// <param name="Text">Its content, UTF-8.</param>
public sealed record ModelSource(string File, ReadOnlyMemory<byte> Text);
