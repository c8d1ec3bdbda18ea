using OwnedData.Bson;

namespace OwnedData.Execution.Access;

/// <summary>What became of a write: the document's image, or why the rules forbid it.</summary>
/// <param name="Document">The stored document; null when nothing was written.</param>
/// <param name="Refusal">A sentence for the viewer; null after a success.</param>
internal readonly record struct WriteResult(BsonDocument? Document, string? Refusal);
