namespace OwnedData.Server.Commands;

/// <summary>What has to change, line by line, to make one text of another: the longest common subsequence of what common beginnings and ends leave over.</summary>
internal static class LineDifferences
{
    // Beyond this the table would be large; then everything between the common ends counts as changed.
    private const long MaximumCells = 4_000_000;

    /// <summary>Lines with `- ` and `+ ` in front, under `@ line N` of the old text; empty when the texts are equal.</summary>
    public static IReadOnlyList<string> Find(string oldText, string newText)
    {
        var (before, after) = (Split(oldText), Split(newText));
        var start = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        var most = Math.Min(before.Length, after.Length) - start;
        var end = before.Reverse().Zip(after.Reverse()).Take(most).TakeWhile(pair => pair.First == pair.Second).Count();
        return Compare(before[start..^end], after[start..^end], start);
    }

    private static string[] Split(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    private static List<string> Compare(string[] before, string[] after, int offset)
    {
        var common = CountCommon(before, after);
        var lines = new List<string>();
        var isOpen = false;
        for (var (i, j) = (0, 0); i < before.Length || j < after.Length;)
        {
            if (i < before.Length && j < after.Length && common is not null && before[i] == after[j])
            {
                isOpen = false;
                i++;
                j++;
                continue;
            }

            if (!isOpen)
            {
                lines.Add($"@ line {offset + i + 1}");
                isOpen = true;
            }

            var takesOld = i < before.Length && (j == after.Length || common is null || common[i + 1, j] >= common[i, j + 1]);
            lines.Add(takesOld ? "- " + before[i++] : "+ " + after[j++]);
        }

        return lines;
    }

    // [i, j] is the number of lines that the rests from i and from j have in common, in order.
    private static int[,]? CountCommon(string[] before, string[] after)
    {
        if ((long)(before.Length + 1) * (after.Length + 1) > MaximumCells)
        {
            return null;
        }

        var common = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
            {
                common[i, j] = before[i] == after[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return common;
    }
}
