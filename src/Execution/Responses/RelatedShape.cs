using OwnedData.Execution.Authorization;
using OwnedData.Execution.Planning;

namespace OwnedData.Execution.Responses;

/// <summary>A field whose value is in other documents, which are fetched level by level after those that name them.</summary>
/// <param name="Fetch">How the other documents are fetched and shaped.</param>
/// <param name="Relation">Which they are.</param>
internal abstract record RelatedShape(DocumentFetch Fetch, Relation Relation, bool IsNullable) : FieldShape(IsNullable);
