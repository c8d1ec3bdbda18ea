using OwnedData.Schema.Model;

namespace OwnedData.Schema.Api;

/// <summary>`note(id:)`: one document by id.</summary>
public sealed record DocumentField(StoredType Type) : ApiField;
