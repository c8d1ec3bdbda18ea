using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using OwnedData.Bson;
using OwnedData.Execution.Access;
using OwnedData.Schema.Access;
using OwnedData.Schema.Model;
using OwnedData.Server.Authentication;
using OwnedData.Server.Startup;

namespace OwnedData.Server.AccessTesting;

/// <summary>
/// Reads a test file: JSON with comments, of `personas`, `documents` and `expect`. What is wrong in it is a <see cref="StartupException"/> with
/// the place: a test that can't be read must not look like one that passes.
/// </summary>
internal sealed class AccessTestReader
{
    private static readonly JsonDocumentOptions s_options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
    };

    private readonly string _file;
    private readonly DataModel _model;
    private readonly Dictionary<string, Viewer> _personas = new(StringComparer.Ordinal) { [Persona.Anonymous] = Viewer.Anonymous };
    private readonly List<TrialDocument> _documents = [];

    private AccessTestReader(string file, DataModel model) => (_file, _model) = (file, model);

    /// <param name="path">Of the file.</param>
    /// <param name="model">What its types are looked up in.</param>
    /// <param name="viewers">How personas are read.</param>
    public static AccessTestFile Read(string path, DataModel model, ViewerFactory viewers)
    {
        var reader = new AccessTestReader(Path.GetFileName(path), model);
        using var json = Parse(path);
        return reader.Read(json.RootElement, viewers);
    }

    /// <summary>Any JSON file for people: comments and commas at ends of lists are fine.</summary>
    public static JsonDocument Parse(string path)
    {
        try
        {
            return ParseText(File.ReadAllText(path), Path.GetFileName(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The file can't be read: {exception.Message}", exception);
        }
    }

    /// <param name="text">The JSON.</param>
    /// <param name="name">For messages.</param>
    public static JsonDocument ParseText(string text, string name)
    {
        try
        {
            return JsonDocument.Parse(text, s_options);
        }
        catch (JsonException exception)
        {
            throw new StartupException($"{name}:{exception.LineNumber + 1}:{exception.BytePositionInLine + 1}: this is not JSON. {exception.Message}", exception);
        }
    }

    private AccessTestFile Read(JsonElement json, ViewerFactory viewers)
    {
        CheckMembers(json, _file, "personas", "documents", "expect");
        foreach (var persona in Members(json, "personas"))
        {
            _personas[persona.Name] = Persona.Read(persona.Value, viewers, $"{_file}: personas.{persona.Name}");
        }

        foreach (var group in Members(json, "documents"))
        {
            var type = FindType(group.Name, "documents");
            CheckObject(group.Value, $"documents.{group.Name}");
            _documents.AddRange(group.Value.EnumerateObject().Select(document => ReadDocument(type, document)));
        }

        if (!json.TryGetProperty("expect", out var expect) || expect.ValueKind != JsonValueKind.Array || expect.GetArrayLength() == 0)
        {
            throw Wrong("expect", "a list of what personas may and may not is missing");
        }

        var expectations = expect.EnumerateArray().SelectMany((entry, index) => ReadExpectations(entry, $"expect[{index}]"));
        return new AccessTestFile([.. _documents], [.. expectations]);
    }

    private TrialDocument ReadDocument(StoredType type, JsonProperty document)
    {
        var place = $"documents.{type.Name}.{document.Name}";
        var fields = ExtendedJsonText.Parse(document.Value, $"{_file}: {place}");
        if (fields.TryGetValue("_id"u8, out _))
        {
            throw Wrong(place, "the name is the document's id already, leave `_id` out");
        }

        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteName("_id"u8);
        TrialId.Write(type, document.Name, writer);
        var reader = new BsonReader(fields.Span);
        while (reader.Read())
        {
            var name = Encoding.UTF8.GetString(reader.NameSpan);
            writer.WriteName(reader.NameSpan);
            if (reader.ElementType == BsonType.String && type.Fields.FirstOrDefault(field => field.StoredName == name)?.Type is ReferenceFieldType reference)
            {
                TrialId.Write(reference.Target, Encoding.UTF8.GetString(reader.Value.AsString()), writer);
            }
            else
            {
                writer.WriteValue(reader.Value);
            }
        }

        writer.WriteEndDocument();
        return new TrialDocument(type, document.Name, writer.ToDocument());
    }

    // A line of the file stands for all its personas, documents and operations.
    private IEnumerable<Expectation> ReadExpectations(JsonElement entry, string place)
    {
        CheckObject(entry, place);
        CheckMembers(entry, $"{_file}: {place}", "as", "type", "id", "may", "mayNot", "create", "update", "expect");
        var type = FindType(Texts(entry, "type", place).Single(), place);
        foreach (var persona in Texts(entry, "as", place))
        {
            var viewer = _personas.GetValueOrDefault(persona) ?? throw Wrong(place, $"there is no persona {persona}");
            foreach (var (operation, field, input, outcome) in ReadAttempts(entry, type, place))
            {
                foreach (var document in DocumentsOf(entry, type, operation, place))
                {
                    yield return new Expectation(persona, viewer, operation, type, document, field, input, outcome);
                }
            }
        }
    }

    private IEnumerable<(AccessOperation Operation, string? Field, JsonElement? Input, string Outcome)> ReadAttempts(JsonElement entry, StoredType type, string place)
    {
        var count = 0;
        foreach (var (member, outcome) in new[] { ("may", TrialOutcome.Allowed), ("mayNot", TrialOutcome.Refused) })
        {
            foreach (var word in entry.TryGetProperty(member, out _) ? Texts(entry, member, place) : [])
            {
                count++;
                var field = TrialField.PathIn(word);
                if (field is not null && TrialField.Find(type, field) is null)
                {
                    throw Wrong(place, $"{type.Name} has no field {field} to read");
                }

                yield return (field is null ? OperationOf(word, place) : AccessOperation.Read, field, null, outcome);
            }
        }

        foreach (var (member, operation) in new[] { ("create", AccessOperation.Create), ("update", AccessOperation.Update) })
        {
            if (entry.TryGetProperty(member, out var input))
            {
                count++;
                CheckObject(input, $"{place}.{member}");
                yield return (operation, null, input.Clone(), Texts(entry, "expect", place).Single());
            }
        }

        if (count == 0)
        {
            throw Wrong(place, "it says neither `may`, `mayNot`, `create` nor `update`");
        }
    }

    private IEnumerable<string?> DocumentsOf(JsonElement entry, StoredType type, AccessOperation operation, string place)
    {
        if (operation == AccessOperation.Create)
        {
            yield return null;
            yield break;
        }

        foreach (var name in Texts(entry, "id", place))
        {
            yield return _documents.Any(document => document.Type == type && document.Name == name)
                ? name
                : throw Wrong(place, $"there is no document {name} under documents.{type.Name}");
        }
    }

    private AccessOperation OperationOf(string word, string place) => word switch
    {
        "read" => AccessOperation.Read,
        "update" => AccessOperation.Update,
        "delete" => AccessOperation.Delete,
        _ => throw Wrong(place, $"`{word}` is none of read, update, delete, and `read` with a field; what is made is written as \"create\": {{ … }}, \"expect\": \"allowed\""),
    };

    private StoredType FindType(string name, string place) => _model.FindStoredType(name)
        ?? throw Wrong(place, $"the model stores no type {name}, but {string.Join(", ", _model.StoredTypes.Select(type => type.Name))}");

    private JsonElement.ObjectEnumerator Members(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var value))
        {
            return default;
        }

        CheckObject(value, name);
        return value.EnumerateObject();
    }

    // One text, or a list of texts.
    private ImmutableArray<string> Texts(JsonElement json, string name, string place)
    {
        var values = !json.TryGetProperty(name, out var value) ? throw Wrong(place, $"`{name}` is missing")
            : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()]
            : new[] { value };
        return values.Length > 0 && values.All(item => item.ValueKind == JsonValueKind.String)
            ? [.. values.Select(item => item.GetString()!)]
            : throw Wrong($"{place}.{name}", "this must be a text or a list of texts");
    }

    private void CheckObject(JsonElement json, string place)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw Wrong(place, "this must be an object");
        }
    }

    private static void CheckMembers(JsonElement json, string place, params ReadOnlySpan<string> known)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new StartupException($"{place}: this must be an object.");
        }

        foreach (var member in json.EnumerateObject())
        {
            if (!known.Contains(member.Name))
            {
                throw new StartupException($"{place}: `{member.Name}` is none of {string.Join(", ", known.ToArray())}.");
            }
        }
    }

    private StartupException Wrong(string place, string problem) => new($"{_file}: {place}: {problem}.");
}
