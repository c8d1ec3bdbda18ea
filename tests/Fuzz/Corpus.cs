namespace OwnedData.Fuzz;

/// <summary>The seeds kept in the folder `corpus`: what mutation starts from, and every input that once failed.</summary>
internal static class Corpus
{
    public static IReadOnlyList<byte[]> Read(string folder) =>
    [
        .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "corpus", folder)).Order(StringComparer.Ordinal).Select(File.ReadAllBytes),
    ];
}
