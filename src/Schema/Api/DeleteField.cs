using OwnedData.Schema.Model;

namespace OwnedData.Schema.Api;

/// <summary>`deleteNote(input:)`.</summary>
public sealed record DeleteField(StoredType Type) : ApiField;
