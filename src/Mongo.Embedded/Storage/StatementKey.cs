namespace OwnedData.Mongo.Embedded.Storage;

/// <summary>What a prepared statement is kept under: what it does, on which tables.</summary>
internal readonly record struct StatementKey(StatementKind Kind, long Collection, long Index);
