using OwnedData.Execution;
using OwnedData.Server.Documents;

namespace OwnedData.Server.Startup;

/// <summary>From files to compiled documents, or every mistake in them at once.</summary>
internal static class TrustedDocumentLoading
{
    /// <summary>More mistakes than anybody reads.</summary>
    private const int MostMistakes = 200;

    /// <summary>Throws <see cref="StartupException"/> with one line a mistake, each naming its entry.</summary>
    public static TrustedDocuments Load(string? path, OperationCompiler compiler)
    {
        if (path is null)
        {
            return TrustedDocuments.None;
        }

        var mistakes = new List<string>();
        var documents = Prepare(Read(path, mistakes), compiler, mistakes);
        return mistakes.Count == 0 ? new TrustedDocuments(documents) : throw new StartupException(string.Join('\n', mistakes.Take(MostMistakes)));
    }

    private static IReadOnlyList<TrustedDocumentSource> Read(string path, List<string> mistakes)
    {
        try
        {
            return TrustedDocumentFiles.Read(path, mistakes);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"{ConfigurationKeys.DocumentsPath.Name} can't be read: {exception.Message}", exception);
        }
    }

    private static List<KeyValuePair<string, PreparedDocument>> Prepare(
        IReadOnlyList<TrustedDocumentSource> sources, OperationCompiler compiler, List<string> mistakes)
    {
        var documents = new List<KeyValuePair<string, PreparedDocument>>(sources.Count);
        foreach (var source in sources)
        {
            var outcome = compiler.Prepare(source.Text.Span);
            if (outcome.TryGetValue(out var document))
            {
                documents.Add(new(source.Id, document));
            }

            foreach (var error in outcome.Errors)
            {
                var location = error.Locations.IsDefaultOrEmpty ? "" : $":{error.Locations[0].Line}:{error.Locations[0].Column}";
                mistakes.Add($"{source.Place}{location}: {error.Message}");
            }
        }

        return documents;
    }
}
