namespace OwnedData.Execution.Binding;

/// <summary>One key of a page's order.</summary>
/// <param name="StoredPath">The path in the document, such as `address.city`.</param>
/// <param name="IsDescending">The direction asked for.</param>
internal sealed record OrderKey(string StoredPath, bool IsDescending);
