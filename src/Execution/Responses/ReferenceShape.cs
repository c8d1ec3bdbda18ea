using OwnedData.Execution.Authorization;
using OwnedData.Execution.Planning;

namespace OwnedData.Execution.Responses;

/// <summary>A `@reference`: the element holds the `_id` of another document. One that is not there or not the viewer's to see is null.</summary>
internal sealed record ReferenceShape(DocumentFetch Fetch, Relation Relation, bool IsNullable) : RelatedShape(Fetch, Relation, IsNullable)
{
    public override string NullableTypeReference => Fetch.Type.Name;
}
