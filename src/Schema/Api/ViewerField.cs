namespace OwnedData.Schema.Api;

/// <summary>`viewer`: who the caller is.</summary>
public sealed record ViewerField : ApiField;
