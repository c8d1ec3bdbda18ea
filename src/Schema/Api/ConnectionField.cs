using OwnedData.Schema.Model;

namespace OwnedData.Schema.Api;

/// <summary>`notes(first:, …)`: a page of documents.</summary>
public sealed record ConnectionField(StoredType Type) : ApiField;
