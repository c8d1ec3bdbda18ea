namespace OwnedData.Mongo.Embedded.Ordering;

/// <summary>One field of a sort specification or index.</summary>
internal sealed record SortField(FieldPath Path, bool Descending);
