namespace OwnedData.Schema.Access;

/// <summary>`@owned`: the owner's field is stamped with a value of the viewer on create and frozen afterwards. The rule itself is an <see cref="AllowRule"/>.</summary>
/// <param name="StoredField">The element that holds the owner.</param>
/// <param name="By">Where the viewer's side comes from.</param>
public sealed record OwnerRule(string StoredField, ViewerValue By);
