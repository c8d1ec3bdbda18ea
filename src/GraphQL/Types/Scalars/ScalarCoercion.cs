using System.Text.Json;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Types.Scalars;

/// <summary>Input coercion of one scalar, §3.5. Null never gets here; a literal that is a variable only inside `JSON`.</summary>
internal abstract class ScalarCoercion
{
    public abstract string Name { get; }

    public abstract string? Description { get; }

    /// <summary>The URL that `@specifiedBy` gives, null for none.</summary>
    public virtual string? SpecifiedBy => null;

    public abstract CoercedScalar CoerceLiteral(ValueNode literal, VariableValues? variables);

    public abstract CoercedScalar CoerceJson(JsonElement json);
}
