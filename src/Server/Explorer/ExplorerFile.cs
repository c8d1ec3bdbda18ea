namespace OwnedData.Server.Explorer;

/// <summary>One file of the explorer, as it is sent.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="IsImmutable">Whether its name changes with its content, so that a browser may keep it for good.</param>
internal sealed record ExplorerFile(string Path, string ContentType, bool IsImmutable);
