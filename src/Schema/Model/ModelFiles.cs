using System.Collections.Immutable;

namespace OwnedData.Schema.Model;

/// <summary>Where a model comes from: one file, or a folder of `*.graphql`.</summary>
public static class ModelFiles
{
    /// <summary>
    /// The file, or the folder's `*.graphql` in ordinal order of their names; empty for a folder without any.
    /// Throws <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/> where the path can't be read.
    /// </summary>
    public static ImmutableArray<ModelSource> Read(string path) => Directory.Exists(path)
        ? [.. Directory.GetFiles(path, "*.graphql").Order(StringComparer.Ordinal).Select(ReadFile)]
        : [ReadFile(path)];

    private static ModelSource ReadFile(string path) => new(Path.GetFileName(path), File.ReadAllBytes(path));
}
