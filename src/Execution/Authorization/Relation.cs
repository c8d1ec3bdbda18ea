using OwnedData.Schema.Model;

namespace OwnedData.Execution.Authorization;

/// <summary>What a selected field that gives other documents stands for: a `@reference`, or an `@inverse`, its other side.</summary>
/// <param name="Index">Of this selection among those of its operation.</param>
/// <param name="Coordinate">Type and field, for messages.</param>
/// <param name="IdKind">What the ids hold that it is asked by: of the target, or of the documents whose other side it is.</param>
/// <param name="Target">The type of the documents it gives.</param>
/// <param name="Inverse">Null for a reference.</param>
internal sealed record Relation(int Index, string Coordinate, IdKind IdKind, StoredType Target, InverseField? Inverse);
