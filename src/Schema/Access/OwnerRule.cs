namespace OwnedData.Schema.Access;

/// <summary>`@owned`: the document's owner field equals a value of the viewer; stamped on create, frozen afterwards.</summary>
/// <param name="StoredField">The element that holds the owner.</param>
/// <param name="By">Where the viewer's side comes from.</param>
public sealed record OwnerRule(string StoredField, ViewerValue By);
