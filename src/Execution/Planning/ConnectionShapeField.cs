using System.Collections.Immutable;
using OwnedData.Execution.Authorization;
using OwnedData.Execution.Responses;

namespace OwnedData.Execution.Planning;

/// <summary>A field of a connection, of an edge or of `pageInfo`.</summary>
/// <param name="Node">The shape of the documents of `nodes` and `node`.</param>
/// <param name="Inner">The fields of `edges` and `pageInfo`.</param>
internal sealed record ConnectionShapeField(FieldSelection Selection, DocumentShape? Node, ImmutableArray<ConnectionShapeField> Inner);
