namespace OwnedData.Schema.Api;

/// <summary>`nodes(ids:)`: documents of any types by their global ids.</summary>
public sealed record NodesField : ApiField;
