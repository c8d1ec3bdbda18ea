namespace OwnedData.Server.Documents;

/// <summary>Which documents run: the part `Documents` of the configuration.</summary>
/// <param name="Path">A folder of `{id}.graphql` files or a manifest; null for no trusted documents.</param>
/// <param name="IsTrustedOnly">Whether nothing else runs.</param>
/// <param name="CacheSize">What automatically persisted documents may take together, in bytes.</param>
internal sealed record DocumentSettings(string? Path, bool IsTrustedOnly, int CacheSize);
