using System.Collections.Immutable;
using OwnedData.GraphQL.Errors;
using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Coercion;

/// <summary>The errors of one request's variables. Past 50 the rest is not listed.</summary>
internal sealed class VariableProblems(ErrorOptions options)
{
    private const int MaxErrors = 50;
    private const string LimitReached = "Too many errors processing variables, error limit reached. Execution aborted.";

    private readonly ImmutableArray<GraphQLError>.Builder _errors = ImmutableArray.CreateBuilder<GraphQLError>();

    public bool Any => _errors.Count > 0;

    /// <summary>Nothing more is listed, so nothing more need be looked for.</summary>
    public bool IsFull => _errors.Count > MaxErrors;

    public void Add(string message, ImmutableArray<Location> locations)
    {
        if (_errors.Count < MaxErrors)
        {
            _errors.Add(new GraphQLError(ErrorCatalog.InvalidVariable, message, locations));
        }
        else if (_errors.Count == MaxErrors)
        {
            _errors.Add(new GraphQLError(ErrorCatalog.InvalidVariable, LimitReached, []));
        }
    }

    /// <summary>The end of a message: what was perhaps meant, unless the options keep names to the schema.</summary>
    public string Hint(string input, IEnumerable<string> names, string kind = "") =>
        options.SuggestNames ? Suggestions.DidYouMean(input, names, kind) : "";

    public ImmutableArray<GraphQLError> ToErrors() => _errors.ToImmutable();
}
