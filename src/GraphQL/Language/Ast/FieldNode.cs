using System.Collections.Immutable;

namespace OwnedData.GraphQL.Language;

/// <summary>A field of a selection set, §2.5.</summary>
public sealed record FieldNode(
    Location Location,
    NameNode? Alias,
    NameNode Name,
    ImmutableArray<ArgumentNode> Arguments,
    ImmutableArray<DirectiveNode> Directives,
    SelectionSetNode? SelectionSet) : SelectionNode(Location, Directives)
{
    /// <summary>The key of this field in the response: its alias, else its name, §2.7.</summary>
    public string ResponseName => (Alias ?? Name).Value;
}
