namespace OwnedData.Schema.Api;

/// <summary>`node(id:)`: a document of any type by its global id.</summary>
public sealed record NodeField : ApiField;
