using OwnedData.Schema.Model;

namespace OwnedData.Schema.Api;

/// <summary>`updateNote(input:)`.</summary>
public sealed record UpdateField(StoredType Type) : ApiField;
