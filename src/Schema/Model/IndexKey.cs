namespace OwnedData.Schema.Model;

/// <summary>A key of an index: a stored path such as `address.city`, and its direction.</summary>
public sealed record IndexKey(string StoredPath, bool IsDescending);
