using System.Collections.Immutable;
using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Types;

/// <summary>An argument, or a field of an input object, §3.6.1 and §3.10.</summary>
public sealed class InputValueDefinition
{
    internal InputValueDefinition(
        string name,
        string? description,
        GraphQLType type,
        ValueNode? defaultValue,
        ImmutableArray<DirectiveNode> appliedDirectives)
    {
        (Name, Description, Type, DefaultValue, AppliedDirectives) = (name, description, type, defaultValue, appliedDirectives);
        DeprecationReason = Deprecation.ReasonOf(appliedDirectives);
    }

    public string Name { get; }

    public string? Description { get; }

    public GraphQLType Type { get; }

    /// <summary>
    /// A literal without variables that fits the type; null when there is no default. A default of null is a <see cref="NullValueNode"/>.
    /// </summary>
    public ValueNode? DefaultValue { get; }

    public ImmutableArray<DirectiveNode> AppliedDirectives { get; }

    /// <summary>Null when the value is not deprecated, §3.13.3.</summary>
    public string? DeprecationReason { get; }

    /// <summary>Non-null and without a default, §5.4.3.</summary>
    public bool IsRequired => Type is NonNullType && DefaultValue is null;
}
