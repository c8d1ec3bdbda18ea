using System.Collections.Immutable;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Errors;
using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types;

namespace OwnedData.GraphQL.Validation;

/// <summary>What the rules of one validation share: schema, document, where the walk is, and the errors so far.</summary>
internal sealed class ValidationContext
{
    /// <summary>Of one error: a cycle may be as long as the document, and each error repeats it.</summary>
    private const int MaxLocations = 50;

    private readonly Dictionary<string, FragmentDefinitionNode> _fragments = [];
    private readonly ImmutableArray<GraphQLError>.Builder _errors = ImmutableArray.CreateBuilder<GraphQLError>();

    public ValidationContext(GraphQLSchema schema, DocumentNode document, ValidationOptions options)
    {
        (Schema, Document, Options) = (schema, document, options);
        foreach (var definition in document.Definitions)
        {
            if (definition is FragmentDefinitionNode fragment)
            {
                _fragments[fragment.Name.Value] = fragment;
            }
        }

        FragmentGraph = new FragmentGraph(_fragments);
    }

    public GraphQLSchema Schema { get; }

    public DocumentNode Document { get; }

    public ValidationOptions Options { get; }

    /// <summary>Complete when the walk is over.</summary>
    public FragmentGraph FragmentGraph { get; }

    /// <summary>The type whose selections are walked; null where the document names nothing that the schema has.</summary>
    public NamedType? ParentType { get; set; }

    /// <summary>The field that is being entered; null like <see cref="ParentType"/>.</summary>
    public FieldDefinition? Field { get; set; }

    /// <summary>
    /// No fragment reaches itself and none are nested too deep: set by the rule of §5.5.2.2, for the rules after it that follow fragments by
    /// recursion.
    /// </summary>
    public bool AreFragmentsSafe { get; set; }

    public bool HasErrors => _errors.Count > 0;

    /// <summary>No further error is listed, so none need be looked for.</summary>
    public bool IsFull => _errors.Count > Options.MaxErrors;

    /// <summary>Null when the document has no such fragment; the last of several.</summary>
    public FragmentDefinitionNode? GetFragment(string name) => _fragments.GetValueOrDefault(name);

    public void Report(string message, params ReadOnlySpan<SyntaxNode> nodes)
    {
        if (_errors.Count < Options.MaxErrors)
        {
            var locations = ImmutableArray.CreateBuilder<Location>(nodes.Length);
            foreach (var node in nodes[..Math.Min(nodes.Length, MaxLocations)])
            {
                locations.Add(node.Location);
            }

            _errors.Add(new GraphQLError(ErrorCatalog.ValidationFailed, message, locations.ToImmutable()));
        }
        else if (_errors.Count == Options.MaxErrors)
        {
            _errors.Add(new GraphQLError(ErrorCatalog.ValidationFailed, "Too many validation errors, error limit reached. Validation aborted.", []));
        }
    }

    /// <summary>The end of a message: what was perhaps meant, unless the options keep names to the schema.</summary>
    public string Hint(string input, IEnumerable<string> options) => Options.Errors.SuggestNames ? Suggestions.DidYouMean(input, options) : "";

    public ImmutableArray<GraphQLError> ToErrors() => _errors.ToImmutable();
}
