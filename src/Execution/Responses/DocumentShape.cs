using System.Collections.Immutable;

namespace OwnedData.Execution.Responses;

/// <summary>
/// The output plan of one object in a document: which elements to write, under which names, in selection order.
/// Compiled once; knows no person and no variables.
/// </summary>
internal sealed class DocumentShape(string typeName, ImmutableArray<ShapeField> fields)
{
    /// <summary>The GraphQL type, for error messages.</summary>
    public string TypeName { get; } = typeName;

    /// <summary>In response order.</summary>
    public ImmutableArray<ShapeField> Fields { get; } = fields;
}
