using System.Buffers.Text;
using System.Text;
using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Ordering;

/// <summary>A dotted path, taken apart once at parsing: `a.0.b`. Its components are compared as UTF-8 with the names in documents.</summary>
internal sealed class FieldPath
{
    /// <summary>The most components a path may have; more are refused with <see cref="StoreErrorCode.Overflow"/>.</summary>
    internal const int MaxLength = 200;

    /// <summary>
    /// The most components that can be array indexes. Each such component may mean an index and a name in the same array,
    /// so matching can branch at each: this bounds it.
    /// </summary>
    internal const int MaxIndexes = 10;

    private readonly byte[][] _names;
    private readonly int[] _indexes;

    private FieldPath(string text, byte[][] names)
    {
        Text = text;
        _names = names;
        _indexes = Array.ConvertAll(names, name => ParseIndex(name));
    }

    internal string Text { get; }

    internal int Length => _names.Length;

    internal ReadOnlySpan<byte> this[int component] => _names[component];

    /// <summary>The component as an array index, or -1 where it is none: digits without a leading zero.</summary>
    internal int IndexAt(int component) => _indexes[component];

    /// <summary>Splits at every dot. Empty components stay: they name fields with empty names.</summary>
    internal static FieldPath Parse(ReadOnlySpan<byte> utf8)
    {
        var length = utf8.Count((byte)'.') + 1;
        if (length > MaxLength)
        {
            throw new StoreException(StoreErrorCode.Overflow, $"A field path has {length} components; at most {MaxLength} are allowed");
        }

        var names = new byte[length][];
        var next = 0;
        foreach (var range in utf8.Split((byte)'.'))
        {
            names[next++] = utf8[range].ToArray();
        }

        var path = new FieldPath(Encoding.UTF8.GetString(utf8), names);
        return path._indexes.Count(index => index >= 0) <= MaxIndexes
            ? path
            : throw new StoreException(StoreErrorCode.BadValue, $"A field path may hold at most {MaxIndexes} array indexes");
    }

    internal static FieldPath Parse(string text) => Parse(Encoding.UTF8.GetBytes(text));

    /// <summary>A name as an array index, or -1: digits without a leading zero that fit an int.</summary>
    internal static int ParseIndex(ReadOnlySpan<byte> name) =>
        name is [(byte)'0'] or [>= (byte)'1' and <= (byte)'9', ..]
        && Utf8Parser.TryParse(name, out int index, out var consumed) && consumed == name.Length
            ? index
            : -1;

    /// <summary>Finds one component among a document's (or array's) own elements; the first one of that name counts.</summary>
    internal static bool TryFind(ReadOnlySpan<byte> document, ReadOnlySpan<byte> name, out BsonReader element)
    {
        element = new BsonReader(document);
        while (element.Read())
        {
            if (element.NameSpan.SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The error of a path that cannot name a field of a sort or a projection, with the codes of MongoDB's field paths; null for a good one.</summary>
    internal StoreException? CheckFieldNames()
    {
        if (Text.Length == 0)
        {
            return new StoreException(StoreErrorCode.EmptyFieldPath, "FieldPath cannot be constructed with empty string");
        }

        if (_names[^1].Length == 0)
        {
            return new StoreException(StoreErrorCode.FieldPathEndsWithDot, "FieldPath must not end with a '.'.");
        }

        foreach (var name in _names)
        {
            if (name.Length == 0)
            {
                return new StoreException(StoreErrorCode.EmptyFieldPathComponent, "FieldPath field names may not be empty strings.");
            }

            if (name[0] == (byte)'$')
            {
                return new StoreException(StoreErrorCode.DollarFieldPathComponent, "FieldPath field names may not start with '$'. Consider using $getField or $setField.");
            }
        }

        return null;
    }

    /// <inheritdoc />
    public override string ToString() => Text;
}
