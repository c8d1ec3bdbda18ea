using System.Runtime.CompilerServices;
using Xunit.Sdk;

namespace OwnedData.Tests;

/// <summary>
/// Holds a text to the file `__snapshots__/File.Test.snap` beside the test. A text that differs is written to `__snapshots__/__mismatch__/`,
/// to be compared and, if it is right, moved over the old one. A snapshot that is missing is made, except where CI=true: there it fails.
/// </summary>
internal static class Snapshot
{
    private static readonly bool IsContinuousIntegration =
        string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Holds the text to this test's snapshot; the part, if not null, tells several snapshots of one test apart.</summary>
    public static void Match(string text, string? part = null, [CallerFilePath] string testFile = "", [CallerMemberName] string test = "")
    {
        var name = $"{Path.GetFileNameWithoutExtension(testFile)}.{test}{(part is null ? "" : "_" + part)}.snap";
        MatchFile(text, Path.Combine(Path.GetDirectoryName(testFile)!, "__snapshots__", name));
    }

    /// <summary>The same against a file that stands elsewhere, such as `schema.graphql` at the root.</summary>
    public static void MatchFile(string text, string snapshotFile)
    {
        var actual = text.ReplaceLineEndings("\n");
        var mismatchFile = Path.Combine(Path.GetDirectoryName(snapshotFile)!, "__mismatch__", Path.GetFileName(snapshotFile));
        if (!File.Exists(snapshotFile))
        {
            Create(actual, snapshotFile);
            return;
        }

        var expected = File.ReadAllText(snapshotFile).ReplaceLineEndings("\n");
        if (actual == expected)
        {
            if (File.Exists(mismatchFile))
            {
                File.Delete(mismatchFile);
            }

            return;
        }

        Write(actual, mismatchFile);
        throw new XunitException($"The text differs from its snapshot {FirstDifference(expected, actual)}. Compare:\n  {snapshotFile}\n  {mismatchFile}");
    }

    private static void Create(string actual, string snapshotFile)
    {
        if (IsContinuousIntegration)
        {
            throw new XunitException($"The snapshot {snapshotFile} is missing. Run the test without CI=true, read the file it makes and commit it.");
        }

        Write(actual, snapshotFile);
        Console.WriteLine($"Made the snapshot {snapshotFile}: read it before you commit it.");
    }

    private static void Write(string text, string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private static string FirstDifference(string expected, string actual)
    {
        var expectedLines = expected.Split('\n');
        var actualLines = actual.Split('\n');
        var line = expectedLines.Zip(actualLines).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"at line {line + 1}:\n- {expectedLines.ElementAtOrDefault(line)}\n+ {actualLines.ElementAtOrDefault(line)}\n";
    }
}
