using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using OwnedData.Bson;
using OwnedData.Execution.Tests.Support;
using OwnedData.Tests;

namespace OwnedData.Execution.Tests.Golden;

/// <summary>
/// Requests with all that follows from them. A case is a folder with `query.graphql` and, where they are needed, `variables.json`, `scopes.txt`
/// and `notes.json` (more stored notes, one a line); with a model of its own `model.graphql` and `stored.json` (documents by collection, one a
/// line). Beside them stand the plan and, for each of two viewers over the same data, the commands that
/// left for the store and the response.
/// </summary>
public sealed partial class GoldenTests
{
    private static readonly JsonSerializerOptions s_pretty = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Cases() => [.. Directory.GetDirectories(CasesFolder()).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Plan_commands_and_response_are_those_of_the_case(string name)
    {
        var folder = Path.Combine(CasesFolder(), name);
        var query = await File.ReadAllTextAsync(Path.Combine(folder, "query.graphql"));
        var variables = await ReadOrNullAsync(Path.Combine(folder, "variables.json"));
        var scopes = (await ReadOrNullAsync(Path.Combine(folder, "scopes.txt")))?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];

        var model = await ReadOrNullAsync(Path.Combine(folder, "model.graphql"));

        using (var api = await Api.CreateAsync(model))
        {
            Snapshot.MatchFile(api.Plan(query), Path.Combine(folder, "plan.snap"));
        }

        foreach (var subject in (string[])["alice", "bob"])
        {
            using var api = await Api.CreateAsync(model);
            await InsertAsync(api, folder, isSample: model is null);
            var viewer = Api.ViewerOf(subject, scopes);

            var response = await api.RunAsync(query, viewer, variables);

            Snapshot.MatchFile(Describe(api.Store.Commands, response), Path.Combine(folder, subject + ".snap"));
            if (api.Schema.Model.StoredTypes.All(type => type.Access.IsOwnersAlone && type.Access.Restricts.IsEmpty))
            {
                OwnerClause.AssertInAll(api.Store.Commands, viewer);
            }
        }
    }

    private static async Task InsertAsync(Api api, string folder, bool isSample)
    {
        if (isSample)
        {
            await SampleData.InsertAsync(api);
        }

        var lines = (await ReadOrNullAsync(Path.Combine(folder, "notes.json")))?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [];
        await api.InsertAsync("notes", [.. lines]);
        foreach (var line in (await ReadOrNullAsync(Path.Combine(folder, "stored.json")))?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            var entry = JsonDocument.Parse(line).RootElement.EnumerateObject().Single();
            await api.InsertAsync(entry.Name, entry.Value.GetRawText());
        }
    }

    private static string Describe(IReadOnlyList<BsonDocument> commands, string response)
    {
        var text = new StringBuilder();
        foreach (var command in commands)
        {
            text.Append(command).Append('\n');
        }

        using var json = JsonDocument.Parse(response);
        text.Append('\n').Append(JsonSerializer.Serialize(json.RootElement, s_pretty)).Append('\n');
        return MaskNewIds(text.ToString(), commands);
    }

    // The ids that the server makes are random: each is replaced by its number, in commands and in the response alike.
    private static string MaskNewIds(string text, IEnumerable<BsonDocument> commands)
    {
        var number = 0;
        foreach (var command in commands.Where(command => command.TryGetValue("insert"u8, out _)))
        {
            number++;
            var inserted = command.ToString();
            var id = NewId().Match(inserted);
            var collection = inserted.Contains("\"insert\": \"notes\"", StringComparison.Ordinal) ? "Note" : "Contact";
            var global = collection == "Note"
                ? Encoding.ASCII.GetBytes($"Note:{id.Groups["oid"].Value}")
                : [.. "Contact:"u8, .. new Guid(Convert.FromBase64String(id.Groups["uuid"].Value), bigEndian: true).ToByteArray()];
            text = text
                .Replace(id.Value, $"\"_id\": \"<new id {number}>\"", StringComparison.Ordinal)
                .Replace(Convert.ToBase64String(global), $"<new {collection} id {number}>", StringComparison.Ordinal);
        }

        return text;
    }

    [GeneratedRegex("""
        "_id": \{("\$oid": "(?<oid>[0-9a-f]{24})"|"\$binary": \{"base64": "(?<uuid>[A-Za-z0-9+/=]+)", "subType": "04"\})\}
        """, RegexOptions.ExplicitCapture)]
    private static partial Regex NewId();

    private static async Task<string?> ReadOrNullAsync(string file) => File.Exists(file) ? await File.ReadAllTextAsync(file) : null;

    private static string CasesFolder([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "Cases");
}
