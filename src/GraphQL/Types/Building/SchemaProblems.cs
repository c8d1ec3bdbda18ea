using System.Collections.Immutable;
using OwnedData.GraphQL.Errors;
using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Types.Building;

/// <summary>All mistakes of a schema, collected so that they are reported at once.</summary>
internal sealed class SchemaProblems
{
    private readonly ImmutableArray<GraphQLError>.Builder _errors = ImmutableArray.CreateBuilder<GraphQLError>();

    public bool Any => _errors.Count > 0;

    public void Add(string message, params ReadOnlySpan<SyntaxNode?> nodes)
    {
        var locations = ImmutableArray.CreateBuilder<Location>(nodes.Length);
        foreach (var node in nodes)
        {
            if (node is not null)
            {
                locations.Add(node.Location);
            }
        }

        _errors.Add(new GraphQLError(ErrorCatalog.ValidationFailed, message, locations.ToImmutable()));
    }

    /// <summary>In the order of the document.</summary>
    public ImmutableArray<GraphQLError> ToErrors() =>
        [.. _errors.OrderBy(error => error.Locations.FirstOrDefault().Line).ThenBy(error => error.Locations.FirstOrDefault().Column)];
}
