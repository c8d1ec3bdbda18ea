namespace OwnedData.Server.Documents;

/// <summary>Where trusted documents come from: a folder with a `{id}.graphql` file each, or one manifest.</summary>
internal static class TrustedDocumentFiles
{
    private const string Extension = ".graphql";

    /// <summary>Throws what opening and reading files throws.</summary>
    /// <param name="path">The folder or the file.</param>
    /// <param name="mistakes">Gets what keeps an entry from being read, each with its place.</param>
    public static IReadOnlyList<TrustedDocumentSource> Read(string path, List<string> mistakes) =>
        Directory.Exists(path) ? ReadFolder(path, mistakes) : DocumentManifest.Read(Path.GetFileName(path), File.ReadAllBytes(path), mistakes);

    private static List<TrustedDocumentSource> ReadFolder(string path, List<string> mistakes)
    {
        List<TrustedDocumentSource> sources =
        [
            .. Directory.EnumerateFiles(path, "*" + Extension).Order(StringComparer.Ordinal)
                .Select(file => new TrustedDocumentSource(Path.GetFileName(file), Path.GetFileNameWithoutExtension(file), File.ReadAllBytes(file))),
        ];
        if (sources.Count == 0)
        {
            mistakes.Add($"{path}: the folder has no *{Extension} file. Write each document to a file named by its id.");
        }

        return sources;
    }
}
