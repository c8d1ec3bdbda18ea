namespace OwnedData.Schema.Model.Loading;

/// <summary>Finds the name that was meant.</summary>
internal static class Spelling
{
    // Texts come from a file of any content; a longer name is no slip of the keyboard.
    private const int LongestName = 100;

    // `Integer` for `Int`, `Bool` for `Boolean`: a name that goes on, or stops early.
    private const int ShortestPrefix = 3;

    /// <summary>The candidate nearest to the name, if it is near enough to be a slip; ties go to the first.</summary>
    public static string? Nearest(string name, IReadOnlyList<string> candidates)
    {
        if (name.Length > LongestName)
        {
            return null;
        }

        var best = (Distance: Math.Max(1, name.Length / 3) + 1, Name: (string?)null);
        foreach (var candidate in candidates)
        {
            var distance = Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (distance < best.Distance)
            {
                best = (distance, candidate);
            }
        }

        return best.Name ?? candidates.FirstOrDefault(candidate => IsPrefix(candidate, name) || IsPrefix(name, candidate));
    }

    /// <summary>"Did you mean X?" where a candidate is near, else the fallback.</summary>
    public static string Remedy(string name, IReadOnlyList<string> candidates, string prefix, string fallback) =>
        Nearest(name, candidates) is { } nearest ? $"Did you mean `{prefix}{nearest}`?" : fallback;

    private static bool IsPrefix(string prefix, string name) =>
        prefix.Length >= ShortestPrefix && name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);

    // Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours each count one.
    private static int Distance(string left, string right)
    {
        var beforePrevious = new int[right.Length + 1];
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        var current = new int[right.Length + 1];
        for (var row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var cost = left[row - 1] == right[column - 1] ? 0 : 1;
                var distance = Math.Min(Math.Min(previous[column] + 1, current[column - 1] + 1), previous[column - 1] + cost);
                var swapped = row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1];
                current[column] = swapped ? Math.Min(distance, beforePrevious[column - 2] + 1) : distance;
            }

            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }

        return previous[right.Length];
    }
}
