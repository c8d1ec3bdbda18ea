using System.Runtime.CompilerServices;

namespace OwnedData.GraphQL.Language;

/// <summary>What a client may ask the parser to chew on; beyond it the document is refused before more work is done.</summary>
/// <param name="Tokens">Lexical tokens; ignored ones such as comments don't count.</param>
/// <param name="Depth">Levels of selection sets, list and object values and list types inside each other, up to <see cref="HighestDepth"/>.</param>
/// <param name="Bytes">Length of the document in UTF-8.</param>
public sealed record ParserLimits(int Tokens = 15_000, int Depth = 64, int Bytes = 1_048_576)
{
    /// <summary>Every stage walks the tree by recursion: this depth fits the smallest stack the runtime gives a thread many times over.</summary>
    public const int HighestDepth = 1_000;

    public static ParserLimits Default { get; } = new();

    public int Tokens { get; init; } = Within(Tokens, int.MaxValue);

    public int Depth { get; init; } = Within(Depth, HighestDepth);

    public int Bytes { get; init; } = Within(Bytes, int.MaxValue);

    private static int Within(int limit, int highest, [CallerArgumentExpression(nameof(limit))] string? name = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, highest, name);
        return limit;
    }
}
