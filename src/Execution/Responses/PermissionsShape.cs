using System.Collections.Immutable;
using System.Text;
using OwnedData.Execution.Access.Rules;
using OwnedData.Schema.Access;

namespace OwnedData.Execution.Responses;

/// <summary>`can`: what the viewer may do with the document itself, by the rules that a write is held to.</summary>
/// <param name="TypeName">The GraphQL type.</param>
/// <param name="Fields">In response order.</param>
/// <param name="Rules">Of the document's type; null for a document that is gone, with which nothing can be done.</param>
internal sealed record PermissionsShape(string TypeName, ImmutableArray<PermissionField> Fields, TypeRules? Rules) : FieldShape(IsNullable: false)
{
    public override string NullableTypeReference => TypeName;

    /// <summary>The type's name in UTF-8.</summary>
    public byte[] TypeNameBytes { get; } = Encoding.UTF8.GetBytes(TypeName);

    /// <summary>The paths in the document that the answer depends on.</summary>
    public IEnumerable<string> StoredPaths() => Rules is null
        ? []
        : Fields.Select(field => field.Operation).OfType<AccessOperation>().SelectMany(operation => Rules.Of(operation).Paths);
}
