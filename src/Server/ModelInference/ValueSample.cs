using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using OwnedData.Bson;

namespace OwnedData.Server.ModelInference;

/// <summary>What was seen at one place of the documents: how often, of which kinds, and of texts the few that recur. Its size is bounded whatever the documents hold.</summary>
internal sealed class ValueSample
{
    /// <summary>More different texts than that are no enumeration.</summary>
    private const int MostTexts = 12;

    private const int LongestText = 60;

    // MongoDB allows 100 levels; a model of more than these nobody reads.
    private const int MostLevels = 8;

    private static readonly SearchValues<byte> s_connectionLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"u8);

    private readonly int[] _kinds = new int[Enum.GetValues<ValueKind>().Length];
    private readonly SortedDictionary<string, int> _texts = new(StringComparer.Ordinal);
    private bool _hasManyTexts;

    /// <summary>How many values there were, nulls aside.</summary>
    public int Count { get; private set; }

    public int Nulls { get; private set; }

    /// <summary>Texts such as `auth0|5f7c`, which is how issuers write a `sub`.</summary>
    public int SubjectLike { get; private set; }

    /// <summary>The fields of those that were objects.</summary>
    public ObjectSample Fields { get; } = new();

    /// <summary>The elements of those that were lists; null when there were none.</summary>
    public ValueSample? Elements { get; private set; }

    /// <summary>The kinds that were seen, in the order of the enumeration.</summary>
    public ImmutableArray<ValueKind> Kinds => [.. Enum.GetValues<ValueKind>().Where(kind => _kinds[(int)kind] > 0)];

    /// <summary>All texts that were seen, where they are few and short; else empty.</summary>
    public IReadOnlyCollection<string> Texts => _hasManyTexts ? [] : _texts.Keys;

    public void Add(BsonValue value, int level)
    {
        if (value.Type is BsonType.Null or BsonType.Undefined)
        {
            Nulls++;
            return;
        }

        Count++;
        var kind = KindOf(value);
        kind = level > MostLevels && kind is (ValueKind.Object or ValueKind.List) ? ValueKind.Other : kind;
        _kinds[(int)kind]++;
        if (kind == ValueKind.Text)
        {
            AddText(value.AsString());
        }
        else if (kind == ValueKind.Object)
        {
            Fields.Add(value.AsDocument(), level + 1);
        }
        else if (kind == ValueKind.List)
        {
            AddElements(value.AsArray(), level + 1);
        }
    }

    /// <summary>`string in 7, int32 in 3`.</summary>
    public string Describe() => string.Join(", ", Kinds.Select(kind => $"{NameOf(kind)} in {_kinds[(int)kind]}"));

    private void AddText(ReadOnlySpan<byte> utf8)
    {
        SubjectLike += IsSubjectLike(utf8) ? 1 : 0;
        if (_hasManyTexts)
        {
            return;
        }

        var text = utf8.Length <= LongestText ? Encoding.UTF8.GetString(utf8) : null;
        if (text is null || (!_texts.ContainsKey(text) && _texts.Count == MostTexts))
        {
            _hasManyTexts = true;
            _texts.Clear();
            return;
        }

        _texts[text] = _texts.GetValueOrDefault(text) + 1;
    }

    private void AddElements(ReadOnlySpan<byte> array, int level)
    {
        var reader = new BsonReader(array);
        while (reader.Read())
        {
            Elements ??= new ValueSample();
            Elements.Add(reader.Value, level);
        }
    }

    // A connection's name, a bar, an id.
    private static bool IsSubjectLike(ReadOnlySpan<byte> text)
    {
        var bar = text.IndexOf((byte)'|');
        return bar > 0 && bar < text.Length - 1 && !text[..bar].ContainsAnyExcept(s_connectionLetters);
    }

    private static ValueKind KindOf(BsonValue value) => value.Type switch
    {
        BsonType.String => ValueKind.Text,
        BsonType.Int32 => ValueKind.Int32,
        BsonType.Int64 => ValueKind.Int64,
        BsonType.Double => ValueKind.Double,
        BsonType.Decimal128 => ValueKind.Decimal,
        BsonType.Boolean => ValueKind.Boolean,
        BsonType.DateTime => ValueKind.Date,
        BsonType.ObjectId => ValueKind.ObjectId,
        BsonType.Binary => value.AsBinary(out var subtype).Length == 16 && subtype == 4 ? ValueKind.Uuid : ValueKind.Bytes,
        BsonType.Document => ValueKind.Object,
        BsonType.Array => ValueKind.List,
        _ => ValueKind.Other,
    };

    // MongoDB's words, as `$type` has them.
    private static string NameOf(ValueKind kind) => kind switch
    {
        ValueKind.Text => "string",
        ValueKind.Int32 => "int",
        ValueKind.Int64 => "long",
        ValueKind.Boolean => "bool",
        ValueKind.Bytes => "binData",
        ValueKind.ObjectId => "objectId",
        ValueKind.List => "array",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
