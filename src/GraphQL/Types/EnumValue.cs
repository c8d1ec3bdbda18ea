using System.Collections.Immutable;
using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Types;

/// <summary>A value of an enum type, §3.9.</summary>
public sealed class EnumValue
{
    internal EnumValue(string name, string? description, ImmutableArray<DirectiveNode> appliedDirectives)
    {
        (Name, Description, AppliedDirectives) = (name, description, appliedDirectives);
        DeprecationReason = Deprecation.ReasonOf(appliedDirectives);
    }

    public string Name { get; }

    public string? Description { get; }

    public ImmutableArray<DirectiveNode> AppliedDirectives { get; }

    /// <summary>Null when the value is not deprecated, §3.13.3.</summary>
    public string? DeprecationReason { get; }
}
