using System.Collections.Frozen;
using System.Collections.Immutable;
using OwnedData.GraphQL.Errors;
using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types;

namespace OwnedData.GraphQL.Validation;

/// <summary>A document that holds all of §5 for its schema: made by <see cref="DocumentValidator"/> only, the one way to a plan.</summary>
public sealed class ValidatedDocument
{
    internal ValidatedDocument(GraphQLSchema schema, DocumentNode document)
    {
        (Schema, Document) = (schema, document);
        Operations = [.. document.Definitions.OfType<OperationDefinitionNode>()];
        Fragments = document.Definitions.OfType<FragmentDefinitionNode>().ToFrozenDictionary(fragment => fragment.Name.Value);
    }

    public GraphQLSchema Schema { get; }

    public DocumentNode Document { get; }

    /// <summary>In the order of the document; names are unique, and an operation without a name is the only one.</summary>
    public ImmutableArray<OperationDefinitionNode> Operations { get; }

    /// <summary>By name. Every spread of the document finds its fragment here, and no fragment reaches itself.</summary>
    public FrozenDictionary<string, FragmentDefinitionNode> Fragments { get; }

    /// <summary>GetOperation(), §6.1: the named operation, or the only one when there is no name (null or empty).</summary>
    public Outcome<OperationDefinitionNode> GetOperation(string? name)
    {
        if (string.IsNullOrEmpty(name))
        {
            return Operations switch
            {
                [var operation] => operation,
                [] => Refuse("Must provide an operation."),
                _ => Refuse("Must provide operation name if query contains multiple operations."),
            };
        }

        foreach (var operation in Operations)
        {
            if (operation.Name?.Value == name)
            {
                return operation;
            }
        }

        return Refuse($"Unknown operation named \"{name}\".");
    }

    private static GraphQLError Refuse(string message) => new(ErrorCatalog.ValidationFailed, message, []);
}
