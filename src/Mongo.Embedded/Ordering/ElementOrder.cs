using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Matching;

namespace OwnedData.Mongo.Embedded.Ordering;

/// <summary>The `$sort` of a `$push`, and `$sortArray`: by the whole element, or by fields of elements that are documents. An array on the way has no fields but its indexes.</summary>
internal sealed class ElementOrder : IComparer<Operand>
{
    private static readonly byte[] s_null = [];

    private readonly List<SortField> _fields;
    private readonly bool _isDescending;
    private readonly Collation? _collation;

    private ElementOrder(List<SortField> fields, bool isDescending, Collation? collation)
    {
        _collation = collation;
        _fields = fields;
        _isDescending = isDescending;
    }

    internal static ElementOrder Parse(BsonValue sort, Collation? collation)
    {
        if (sort.IsNumber)
        {
            return new ElementOrder([], IsDescending(sort), collation);
        }

        if (sort.Type != BsonType.Document)
        {
            throw Wrong("The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields");
        }

        var fields = new List<SortField>();
        var reader = new BsonReader(sort.Bytes);
        while (reader.Read())
        {
            var path = FieldPath.Parse(reader.NameSpan);
            if (path.CheckFieldNames() is not null)
            {
                throw Wrong($"The $sort field '{path}' is not a valid field name");
            }

            fields.Add(new SortField(path, IsDescending(reader.Value)));
        }

        return fields.Count > 0 ? new ElementOrder(fields, isDescending: false, collation) : throw Wrong("The $sort pattern is empty when it should be a set of fields.");
    }

    public int Compare(Operand x, Operand y)
    {
        if (_fields.Count == 0)
        {
            var difference = Math.Sign(BsonComparer.Compare(x.Value, y.Value, _collation));
            return _isDescending ? -difference : difference;
        }

        foreach (var field in _fields)
        {
            var difference = Math.Sign(BsonComparer.Compare(Find(x.Value, field.Path), Find(y.Value, field.Path), _collation));
            if (difference != 0)
            {
                return field.Descending ? -difference : difference;
            }
        }

        return 0;
    }

    private static BsonValue Find(BsonValue element, FieldPath path)
    {
        if (element.Type != BsonType.Document)
        {
            return new BsonValue(BsonType.Null, s_null);
        }

        for (var i = 0; i < path.Length; i++)
        {
            if (element.Type is not (BsonType.Document or BsonType.Array) || !FieldPath.TryFind(element.Bytes, path[i], out var found))
            {
                return new BsonValue(BsonType.Null, s_null);
            }

            element = found.Value;
        }

        return element;
    }

    private static bool IsDescending(BsonValue direction) => WholeNumber.Of(direction) switch
    {
        1 => false,
        -1 => true,
        _ => throw Wrong("The $sort element value must be either 1 or -1"),
    };

    private static StoreException Wrong(string message) => new(StoreErrorCode.BadValue, message);
}
