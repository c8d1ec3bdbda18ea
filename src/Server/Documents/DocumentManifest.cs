using System.Text.Json;
using OwnedData.Server.GraphQL;

namespace OwnedData.Server.Documents;

/// <summary>A file of trusted documents, as Apollo's generate-persisted-query-manifest or relay-compiler (`persistConfig.file`) writes it.</summary>
internal sealed class DocumentManifest
{
    private const string ApolloFormat = "apollo-persisted-query-manifest";

    private readonly string _file;
    private readonly List<string> _mistakes;
    private readonly List<TrustedDocumentSource> _sources = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    private DocumentManifest(string file, List<string> mistakes) => (_file, _mistakes) = (file, mistakes);

    /// <summary>The entries of a manifest, without those that are told as mistakes.</summary>
    public static IReadOnlyList<TrustedDocumentSource> Read(string file, ReadOnlyMemory<byte> utf8, List<string> mistakes)
    {
        var manifest = new DocumentManifest(file, mistakes);
        if (utf8.Span.StartsWith("\uFEFF"u8))
        {
            utf8 = utf8[3..];
        }

        if (!JsonText.IsWellFormed(utf8.Span))
        {
            manifest.Report("the text is not well-formed UTF-8.");
            return [];
        }

        try
        {
            using var json = JsonDocument.Parse(utf8);
            manifest.Read(json.RootElement);
        }
        catch (JsonException exception)
        {
            manifest.Report($"no JSON at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}.");
        }

        return manifest._sources;
    }

    private void Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            Report("a manifest is a JSON object: Apollo's, with `format`, or Relay's, with an entry `\"id\": \"text\"` for each document.");
        }
        else if (root.TryGetProperty("format", out var format))
        {
            ReadApollo(root, format);
        }
        else
        {
            foreach (var entry in root.EnumerateObject())
            {
                Add(entry.Name, entry.Value);
            }

            ReportNothing();
        }
    }

    private void ReadApollo(JsonElement root, JsonElement format)
    {
        if (format.ValueKind != JsonValueKind.String || !format.ValueEquals(ApolloFormat))
        {
            Report($"`format` must be \"{ApolloFormat}\".");
        }
        else if (!root.TryGetProperty("version", out var version) || version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number != 1)
        {
            Report("`version` must be 1.");
        }
        else if (!root.TryGetProperty("operations", out var operations) || operations.ValueKind != JsonValueKind.Array)
        {
            Report("`operations` must be a list.");
        }
        else
        {
            var position = 0;
            foreach (var operation in operations.EnumerateArray())
            {
                ReadOperation(operation, position++);
            }

            ReportNothing();
        }
    }

    private void ReadOperation(JsonElement operation, int position)
    {
        if (operation.ValueKind == JsonValueKind.Object && operation.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String)
        {
            Add(id.GetString()!, operation.TryGetProperty("body", out var body) ? body : default);
        }
        else
        {
            Report($"`operations[{position}]` must be an object with an `id`, a string.");
        }
    }

    private void Add(string id, JsonElement text)
    {
        var place = $"{_file}#{id}";
        if (id.Length == 0)
        {
            _mistakes.Add($"{place}: an id can't be empty.");
        }
        else if (!_ids.Add(id))
        {
            _mistakes.Add($"{place}: two entries have this id. Generate the manifest anew.");
        }
        else if (text.ValueKind != JsonValueKind.String)
        {
            _mistakes.Add($"{place}: the document must be a string.");
        }
        else
        {
            _sources.Add(new TrustedDocumentSource(place, id, RequestJson.ToUtf8(text)));
        }
    }

    private void ReportNothing()
    {
        if (_ids.Count == 0 && _mistakes.Count == 0)
        {
            Report("the manifest has no documents.");
        }
    }

    private void Report(string mistake) => _mistakes.Add($"{_file}: {mistake}");
}
