namespace OwnedData.GraphQL.Errors;

/// <summary>How much the errors of documents and variables tell beyond what is wrong.</summary>
/// <param name="SuggestNames">Whether messages may say "Did you mean" with names of the schema.</param>
public sealed record ErrorOptions(bool SuggestNames = true)
{
    public static ErrorOptions Default { get; } = new();
}
