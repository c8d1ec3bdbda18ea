using OwnedData.Schema.Model;

namespace OwnedData.Schema.Api;

/// <summary>`createNote(input:)`.</summary>
public sealed record CreateField(StoredType Type) : ApiField;
