using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Indexing;
using OwnedData.Mongo.Embedded.Ordering;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Planning;

/// <summary>A command's `hint`: the one index to use, by its name or by its keys, or none by `{$natural: 1}`.</summary>
internal sealed class QueryHint
{
    private readonly string? _name;
    private readonly IReadOnlyList<SortField> _fields;

    private QueryHint(string? name, IReadOnlyList<SortField> fields, bool isNatural)
    {
        _name = name;
        _fields = fields;
        IsNatural = isNatural;
    }

    /// <summary>Whether the collection is to be scanned.</summary>
    internal bool IsNatural { get; }

    /// <summary>Null for an empty document, which hints at nothing.</summary>
    internal static QueryHint? Parse(BsonValue hint)
    {
        if (hint.Type == BsonType.String)
        {
            return new QueryHint(Encoding.UTF8.GetString(hint.AsString()), [], isNatural: false);
        }

        if (hint.Type != BsonType.Document)
        {
            throw new StoreException(StoreErrorCode.FailedToParse, "Hint must be a string or an object");
        }

        var reader = new BsonReader(hint.Bytes);
        if (!reader.Read())
        {
            return null;
        }

        if (!reader.NameSpan.SequenceEqual("$natural"u8))
        {
            return new QueryHint(name: null, SortSpecification.Parse(new BsonDocument(hint.Bytes.ToArray())).Fields, isNatural: false);
        }

        return Matching.WholeNumber.Of(reader.Value) == 1 && !reader.Read()
            ? new QueryHint(name: null, [], isNatural: true)
            : throw new StoreException(StoreErrorCode.BadValue, "The embedded store scans collections in one direction: $natural is 1");
    }

    /// <summary>The index; one that is not there is a mistake (BadValue).</summary>
    internal IndexDefinition FindIn(CollectionDefinition collection)
    {
        foreach (var index in collection.Indexes)
        {
            if (_name is not null ? index.Name == _name : HasSameFields(index))
            {
                return index;
            }
        }

        throw new StoreException(StoreErrorCode.BadValue, "error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index");
    }

    private bool HasSameFields(IndexDefinition index) =>
        index.Fields.Select(field => (field.Path.Text, field.Descending)).SequenceEqual(_fields.Select(field => (field.Path.Text, field.Descending)));
}
