using OwnedData.GraphQL.Errors;

namespace OwnedData.GraphQL.Validation;

/// <summary>How far validation goes for one document, so that no document can keep it busy, and how much it tells.</summary>
/// <param name="MaxErrors">Past so many errors the rest is not looked for.</param>
/// <param name="MaxDepth">
/// Selection sets and fragments inside each other once all fragments are spread. Holds for every later stage that walks the selections by recursion.
/// </param>
public sealed record ValidationOptions(int MaxErrors = 100, int MaxDepth = 256)
{
    public static ValidationOptions Default { get; } = new();

    public ErrorOptions Errors { get; init; } = ErrorOptions.Default;
}
