using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Types;

/// <summary>A field of an object or interface type, §3.6.</summary>
public sealed class FieldDefinition
{
    internal FieldDefinition(
        string name,
        string? description,
        ImmutableArray<InputValueDefinition> arguments,
        GraphQLType type,
        ImmutableArray<DirectiveNode> appliedDirectives)
    {
        (Name, Description, Arguments, Type, AppliedDirectives) = (name, description, arguments, type, appliedDirectives);
        DeprecationReason = Deprecation.ReasonOf(appliedDirectives);
    }

    public string Name { get; }

    public string? Description { get; }

    /// <summary>In the order of declaration.</summary>
    public ImmutableArray<InputValueDefinition> Arguments { get; }

    public GraphQLType Type { get; }

    public ImmutableArray<DirectiveNode> AppliedDirectives { get; }

    /// <summary>Null when the field is not deprecated, §3.13.3.</summary>
    public string? DeprecationReason { get; }

    public bool TryGetArgument(string name, [NotNullWhen(true)] out InputValueDefinition? argument) => Arguments.TryFind(name, out argument);
}
