namespace OwnedData.Schema.Model;

/// <summary>`@paging`: the page size when none is asked for, and the largest.</summary>
public sealed record Paging(int Default = 10, int Max = 50);
