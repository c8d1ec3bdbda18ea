using System.Collections.Frozen;

namespace OwnedData.Server.Explorer;

/// <summary>
/// The files of Banana Cake Pop that the build put beside the server, listed once at the start: a request can name only one of these,
/// never a path.
/// </summary>
internal sealed class ExplorerFiles
{
    public const string IndexPage = "index.html";

    // It would go on serving old files after an update.
    private const string ServiceWorker = "service-worker.js";

    // What else is in the package is for package managers.
    private static readonly FrozenDictionary<string, string> s_contentTypes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".txt"] = "text/plain; charset=utf-8",
        [""] = "text/plain; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".ico"] = "image/x-icon",
        [".png"] = "image/png",
        [".webmanifest"] = "application/manifest+json",
        [".ttf"] = "font/ttf",
        [".woff2"] = "font/woff2",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, ExplorerFile> _files;

    private ExplorerFiles(FrozenDictionary<string, ExplorerFile> files) => _files = files;

    /// <summary>The files below that folder, or null where the build put none there.</summary>
    public static ExplorerFiles? Open(string folder) =>
        File.Exists(Path.Combine(folder, IndexPage))
            ? new ExplorerFiles(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(path => (Path: path, Name: Path.GetRelativePath(folder, path).Replace('\\', '/')))
                .Where(file => file.Name != ServiceWorker && s_contentTypes.ContainsKey(Path.GetExtension(file.Name)))
                .ToFrozenDictionary(file => file.Name, file => Describe(file.Path, file.Name), StringComparer.Ordinal))
            : null;

    /// <summary>The file of that name, with `/` between its parts, or null.</summary>
    public ExplorerFile? Find(string name) => _files.GetValueOrDefault(name);

    // The package has a hash of their content in the names of those.
    private static ExplorerFile Describe(string path, string name) =>
        new(path, s_contentTypes[Path.GetExtension(name)], name.StartsWith("static/", StringComparison.Ordinal));
}
