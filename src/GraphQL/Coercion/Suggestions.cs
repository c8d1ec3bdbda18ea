namespace OwnedData.GraphQL.Coercion;

/// <summary>"Did you mean" at the end of a message: up to five names that are close to a mistaken one.</summary>
internal static class Suggestions
{
    private const int MaxNames = 5;

    /// <summary>Empty when nothing is close. <paramref name="kind"/> goes before the names, such as `the enum value`.</summary>
    public static string DidYouMean(string input, IEnumerable<string> options, string kind = "") => DidYouMean(Closest(input, options), kind);

    /// <summary>The same for names that are chosen already.</summary>
    public static string DidYouMean(IReadOnlyList<string> names, string kind = "")
    {
        var quoted = names.Take(MaxNames).Select(name => $"\"{name}\"").ToList();
        var list = quoted.Count switch
        {
            0 => "",
            1 => quoted[0],
            2 => $"{quoted[0]} or {quoted[1]}",
            _ => $"{string.Join(", ", quoted.SkipLast(1))}, or {quoted[^1]}",
        };
        return list.Length == 0 ? "" : $" Did you mean {(kind.Length == 0 ? "" : $"{kind} ")}{list}?";
    }

    /// <summary>Options within four tenths of the input's length in edits, closest first.</summary>
    public static IReadOnlyList<string> Closest(string input, IEnumerable<string> options)
    {
        var threshold = (int)(input.Length * 0.4) + 1;
        return
        [
            .. options.Distinct().Select(option => (option, distance: Distance(input, option, threshold)))
                .Where(candidate => candidate.distance <= threshold)
                .OrderBy(candidate => candidate.distance).ThenBy(candidate => candidate.option, StringComparer.Ordinal)
                .Select(candidate => candidate.option),
        ];
    }

    /// <summary>
    /// Edits (insert, delete, replace, swap neighbours) between the two; another case only counts one. Gives up above the threshold.
    /// </summary>
    private static int Distance(string input, string option, int threshold)
    {
        if (input == option)
        {
            return 0;
        }

        var (first, second) = (input.ToUpperInvariant(), option.ToUpperInvariant());
        if (first == second)
        {
            return 1;
        }

        if (Math.Abs(first.Length - second.Length) > threshold)
        {
            return int.MaxValue;
        }

        var (beforePrevious, previous, current) = (new int[second.Length + 1], new int[second.Length + 1], new int[second.Length + 1]);
        for (var column = 0; column <= second.Length; column++)
        {
            previous[column] = column;
        }

        for (var row = 1; row <= first.Length; row++)
        {
            FillRow(first, second, row, beforePrevious, previous, current);
            if (current.AsSpan().IndexOfAnyInRange(0, threshold) < 0)
            {
                return int.MaxValue;
            }

            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }

        return previous[second.Length];
    }

    private static void FillRow(string first, string second, int row, int[] beforePrevious, int[] previous, int[] current)
    {
        current[0] = row;
        for (var column = 1; column <= second.Length; column++)
        {
            var cost = first[row - 1] == second[column - 1] ? 0 : 1;
            var cell = Math.Min(Math.Min(previous[column] + 1, current[column - 1] + 1), previous[column - 1] + cost);
            if (row > 1 && column > 1 && first[row - 1] == second[column - 2] && first[row - 2] == second[column - 1])
            {
                cell = Math.Min(cell, beforePrevious[column - 2] + 1);
            }

            current[column] = cell;
        }
    }
}
