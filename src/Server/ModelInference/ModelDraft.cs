using System.Text;
using System.Text.Encodings.Web;

namespace OwnedData.Server.ModelInference;

/// <summary>
/// Writes a model from samples of collections. Every line says on how many documents it rests, and no type says whose its documents are: until a person has
/// decided that, `model check` refuses it. The same samples give the same text.
/// </summary>
internal sealed class ModelDraft
{
    // A model takes 1000 types; further objects are left as JSON.
    private const int MostTypes = 800;

    private readonly StringBuilder _text = new();
    private readonly StringBuilder _leftOut = new();
    private readonly DraftNames _names = new();
    private readonly Queue<(string Name, ObjectSample Objects)> _embedded = new();
    private readonly List<(string Name, IReadOnlyCollection<string> Values, int Count)> _enumerations = [];
    private int _types;

    private ModelDraft()
    {
    }

    /// <summary>The draft of all collections, in their order.</summary>
    /// <param name="samples">Of each collection.</param>
    /// <param name="mostDocuments">How many of each were looked at, at most.</param>
    public static string Write(IReadOnlyList<CollectionSample> samples, int mostDocuments)
    {
        var draft = new ModelDraft();
        var kept = samples.Where(draft.CanBeStored).Select(sample => (Sample: sample, Name: draft._names.Stored(sample.Name))).ToArray();
        foreach (var (sample, (type, plural)) in kept)
        {
            draft.WriteStored(sample, type, plural);
        }

        draft.WriteEmbedded();
        draft.WriteEnumerations();
        return $"""
            # A draft from the documents of {kept.Length} collections, at most {mostDocuments} of each, the oldest and the newest. "n of m" is how many of those had the field.
            # Nobody gets in yet: decide for each type whose its documents are. Until then `model check` refuses it.
            {draft._leftOut}
            {draft._text}
            """.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
    }

    /// <summary>As a string of GraphQL and JSON: no name of the database ends a comment or a string.</summary>
    private static string Quote(string name) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(name)}\"";

    private bool CanBeStored(CollectionSample sample)
    {
        var (name, documents) = sample;
        var problem = documents.Count == 0 ? "it has no documents"
            : name.Contains('$', StringComparison.Ordinal) || name.Split('.').Contains("") || Encoding.UTF8.GetByteCount(name) > 190 ? "no model can name it"
            : documents.IsMap ? "its documents have too many different fields"
            : IdKindOf(documents) is null ? $"its ids are of a kind that no model has: {documents.Fields.First(field => field.Name == "_id").Values.Describe()}"
            : !documents.Fields.Any(field => CanBeNamed(field.Name)) ? "its documents have no fields that a model can name"
            : null;
        if (problem is not null)
        {
            _leftOut.Append($"# {Quote(name)} is left out: {problem}.\n");
        }

        return problem is null;
    }

    private void WriteStored(CollectionSample sample, string type, string? plural)
    {
        var documents = sample.Documents;
        var candidates = OwnerCandidate.Of(documents);
        _types++;
        _text.Append($"# Whose is each {type}? Write it behind @collection(…):\n");
        foreach (var candidate in candidates)
        {
            _text.Append($"#   @owned(field: {Quote(candidate.Field)})  {candidate.Sureness}: {candidate.Reason}\n");
        }

        if (candidates.Count == 0)
        {
            _text.Append("#   no field looks like an owner's; @allow(…) says who gets in by another field, @public opens it for everybody to read\n");
        }

        var id = IdKindOf(documents) is { Length: > 0 } kind ? $", id: {kind}" : "";
        _text.Append($"type {type} @collection(name: {Quote(sample.Name)}{id}{(plural is null ? "" : $", plural: \"{plural}\"")}) {{\n");
        var owner = candidates.FirstOrDefault(candidate => candidate.IsText)?.Field;
        var isOwnersLeftOut = documents.Fields.Count(field => CanBeNamed(field.Name)) > 1;
        WriteFields(type, documents, isStored: true, isOwnersLeftOut ? owner : null);
        _text.Append("}\n\n");
    }

    private void WriteEmbedded()
    {
        while (_embedded.TryDequeue(out var next))
        {
            _text.Append($"type {next.Name} {{\n");
            WriteFields(next.Name, next.Objects, isStored: false, owner: null);
            _text.Append("}\n\n");
        }
    }

    private void WriteEnumerations()
    {
        foreach (var (name, values, count) in _enumerations)
        {
            _text.Append($"# All of {count} values that were seen. One that isn't listed can't be read: write String if there may be others.\n");
            _text.Append($"enum {name} {{ {string.Join(' ', values)} }}\n\n");
        }
    }

    private void WriteFields(string type, ObjectSample objects, bool isStored, string? owner)
    {
        var names = DraftNames.Fields([.. objects.Fields.Select(field => field.Name).Where(CanBeNamed)]);
        foreach (var (stored, values) in objects.Fields.Where(field => !isStored || field.Name != "_id"))
        {
            var sureness = $"# {values.Count} of {objects.Count}";
            if (!CanBeNamed(stored))
            {
                _text.Append($"  # {Quote(stored)} is left out: no model can name it. {values.Count} of {objects.Count}\n");
                continue;
            }

            var name = names[stored];
            var (text, isReadOnly, note) = TypeOf(values, type, stored, isStored, listLevels: 0);
            var bang = values.Count == objects.Count && !isReadOnly ? "!" : "";
            var directives = (name == stored ? "" : $" @stored(as: {Quote(stored)})") + (isReadOnly ? " @readOnly" : "");
            var comment = note.Length == 0 ? sureness : $"{sureness}; {note}";
            _text.Append(stored == owner
                ? $"  # {name}: {text}{bang}{directives}  {comment}; the owner's, if you write @owned of it: then only the server writes it\n"
                : $"  {name}: {text}{bang}{directives}  {comment}\n");
        }
    }

    private (string Text, bool IsReadOnly, string Note) TypeOf(ValueSample values, string parent, string field, bool isStored, int listLevels)
    {
        switch (values.Kinds)
        {
            case []:
                return ("JSON", false, "never a value");
            case [ValueKind.Text] when IsEnumeration(values, field):
                var name = _names.Enumeration(parent, field);
                _enumerations.Add((name, values.Texts, values.Count));
                return (name, false, $"{values.Texts.Count} values that recur");
            case [ValueKind.ObjectId]:
                var note = "ObjectIds: perhaps a @reference";
                return isStored && listLevels == 0 ? ("ID", true, note) : ("JSON", false, note);
            case [ValueKind.Object] when CanBeEmbedded(values.Fields):
                var embedded = _names.Embedded(parent, field);
                _embedded.Enqueue((embedded, values.Fields));
                _types++;
                return (embedded, false, "");
            case [ValueKind.Object]:
                return ("JSON", false, values.Fields.IsMap ? "objects of too many different fields" : "objects without fields that a model can name");
            case [ValueKind.List] when listLevels < 3:
                if (values.Elements is not { } elements)
                {
                    return ("[JSON!]", false, "always empty");
                }

                var (text, _, about) = TypeOf(elements, parent, field, isStored, listLevels + 1);
                return ($"[{text}{(elements.Nulls == 0 ? "!" : "")}]", false, about);
            default:
                return ScalarOf(values.Kinds) is { } scalar ? (scalar, false, values.Kinds.Length > 1 ? values.Describe() : "") : ("JSON", false, values.Describe());
        }
    }

    /// <summary>Null for kinds that no scalar but JSON takes.</summary>
    private static string? ScalarOf(IReadOnlyList<ValueKind> kinds) => kinds switch
    {
        [ValueKind.Text] => "String",
        [ValueKind.Int32] => "Int",
        [ValueKind.Boolean] => "Boolean",
        [ValueKind.Date] => "DateTime",
        [ValueKind.Uuid] => "UUID",
        _ when kinds.All(kind => kind is ValueKind.Uuid or ValueKind.Bytes) => "ByteArray",
        _ when kinds.All(kind => kind is ValueKind.Int32 or ValueKind.Int64) => "Long",
        _ when kinds.All(kind => kind is ValueKind.Int32 or ValueKind.Int64 or ValueKind.Double) => "Float",
        _ when kinds.All(kind => kind is ValueKind.Int32 or ValueKind.Int64 or ValueKind.Double or ValueKind.Decimal) => "Decimal",
        _ => null,
    };

    /// <summary>For `@collection(id:)`: empty for ObjectIds, null for what can't be one.</summary>
    private static string? IdKindOf(ObjectSample documents) => documents.Fields.FirstOrDefault(field => field.Name == "_id").Values?.Kinds switch
    {
        null or [ValueKind.ObjectId] => "",
        [ValueKind.Uuid] => "UUID",
        [ValueKind.Text] => "STRING",
        [ValueKind.Int32] => "INT",
        [ValueKind.Int64] or [ValueKind.Int32, ValueKind.Int64] => "LONG",
        _ => null,
    };

    // Texts of which each was seen five times on average, and that GraphQL can name. Who a document belongs to recurs as well.
    private static bool IsEnumeration(ValueSample values, string field) =>
        values.Texts.Count >= 2
        && values.Count >= 5 * values.Texts.Count
        && !OwnerCandidate.IsNamedLikeOne(field)
        && values.Texts.All(text => DraftNames.IsName(text) && text is not ("true" or "false" or "null"));

    private bool CanBeEmbedded(ObjectSample objects) => !objects.IsMap && _types < MostTypes && objects.Fields.Any(field => CanBeNamed(field.Name));

    // MongoDB would read the others as paths, operators or the id.
    private static bool CanBeNamed(string stored) => stored is not ("" or "_id") && stored[0] != '$' && !stored.Contains('.', StringComparison.Ordinal);
}
