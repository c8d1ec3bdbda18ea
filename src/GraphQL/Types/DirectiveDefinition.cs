using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace OwnedData.GraphQL.Types;

/// <summary>A directive that the schema knows, §3.13.</summary>
public sealed class DirectiveDefinition
{
    internal DirectiveDefinition(
        string name,
        string? description,
        ImmutableArray<InputValueDefinition> arguments,
        bool isRepeatable,
        ImmutableArray<string> locations,
        bool isBuiltIn)
    {
        (Name, Description, Arguments) = (name, description, arguments);
        (IsRepeatable, Locations, IsBuiltIn) = (isRepeatable, locations, isBuiltIn);
    }

    public string Name { get; }

    public string? Description { get; }

    /// <summary>In the order of declaration.</summary>
    public ImmutableArray<InputValueDefinition> Arguments { get; }

    public bool IsRepeatable { get; }

    /// <summary>Names as the specification writes them, such as FIELD_DEFINITION: <see cref="DirectiveLocations"/>.</summary>
    public ImmutableArray<string> Locations { get; }

    /// <summary>One of those that the specification gives to every schema; not printed with it.</summary>
    public bool IsBuiltIn { get; }

    public bool TryGetArgument(string name, [NotNullWhen(true)] out InputValueDefinition? argument) => Arguments.TryFind(name, out argument);
}
