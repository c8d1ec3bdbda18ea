using OwnedData.Execution.Authorization;
using OwnedData.Execution.Planning;

namespace OwnedData.Execution.Responses;

/// <summary>An `@inverse`: the documents whose reference holds this document's `_id`.</summary>
internal sealed record InverseShape(DocumentFetch Fetch, Relation Relation, bool IsNullable) : RelatedShape(Fetch, Relation, IsNullable)
{
    public override string NullableTypeReference => $"[{Fetch.Type.Name}!]";
}
