namespace OwnedData.GraphQL.Validation;

/// <summary>How far validation goes for one document, so that no document can keep it busy, and how much it tells.</summary>
/// <param name="MaxErrors">Past so many errors the rest is not looked for.</param>
/// <param name="MaxDepth">
/// Selection sets and fragments inside each other once all fragments are spread. Holds for every later stage that walks the selections by recursion.
/// </param>
/// <param name="MaxFieldComparisons">Pairs of fields that §5.3.2 may compare.</param>
/// <param name="SuggestNames">Whether messages may say "Did you mean" with names of the schema.</param>
public sealed record ValidationOptions(int MaxErrors = 100, int MaxDepth = 256, int MaxFieldComparisons = 200_000, bool SuggestNames = true)
{
    public static ValidationOptions Default { get; } = new();
}
