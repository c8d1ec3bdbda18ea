using System.Collections.Immutable;
using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types.Scalars;

namespace OwnedData.GraphQL.Types;

/// <summary>A scalar type, §3.5. How its input is coerced goes by its name; a name that is not known takes any value, as `JSON` does.</summary>
public sealed class ScalarType : NamedType
{
    internal ScalarType(string name, string? description, ImmutableArray<DirectiveNode> appliedDirectives)
        : base(name, description, appliedDirectives)
    {
        Coercion = KnownScalars.CoercionOf(name);
        SpecifiedBy = appliedDirectives.FirstOrDefault(directive => directive.Name.Value == "specifiedBy")
            ?.Arguments.Select(argument => argument.Value).OfType<StringValueNode>().FirstOrDefault()?.Value;
    }

    /// <summary>The URL of `@specifiedBy`, §3.13.4; null without one.</summary>
    public string? SpecifiedBy { get; }

    internal ScalarCoercion Coercion { get; }
}
