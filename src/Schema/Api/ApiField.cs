namespace OwnedData.Schema.Api;

/// <summary>What a field of a root type does. The planner switches over its kinds.</summary>
public abstract record ApiField;
