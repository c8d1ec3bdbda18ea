using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Projecting;

/// <summary>Parses a projection document into a tree, with MongoDB's refusals. `_id` may differ from the kind that all other paths share.</summary>
internal sealed class ProjectionParser
{
    internal PathTree Paths { get; } = new();

    /// <summary>Whether the named fields are kept; null until a field other than `_id` is named.</summary>
    internal bool? IsInclusion { get; set; }

    /// <summary>What is said of `_id` as a whole; null for nothing.</summary>
    internal bool? IncludesId { get; private set; }

    internal void Parse(ReadOnlySpan<byte> fields, string prefix)
    {
        var reader = new BsonReader(fields);
        while (reader.Read())
        {
            var name = Encoding.UTF8.GetString(reader.NameSpan);
            var path = FieldPath.Parse(prefix + name);
            if (reader.ElementType == BsonType.Document && !StartsWithOperator(reader.ValueSpan) && !name.StartsWith('$'))
            {
                ParseNested(path, reader.ValueSpan);
                continue;
            }

            if (path.CheckFieldNames() is { } error)
            {
                throw path.Text.EndsWith(".$", StringComparison.Ordinal) ? Unsupported(path) : error;
            }

            var includes = ParseFlag(path, reader.Value);
            if (path.Text == "_id")
            {
                AddId(includes);
            }
            else
            {
                CheckKind(path, includes);
                Paths.Add(path);
            }
        }
    }

    private static bool StartsWithOperator(ReadOnlySpan<byte> document)
    {
        var reader = new BsonReader(document);
        return reader.Read() && reader.NameSpan is [(byte)'$', ..];
    }

    private static bool ParseFlag(FieldPath path, BsonValue value) => value.Type switch
    {
        BsonType.Boolean => value.AsBoolean(),
        _ when value.IsNumber => BsonNumber.Compare(value, new BsonValue(BsonType.Int32, [0, 0, 0, 0])) != 0,
        _ => throw Unsupported(path),
    };

    private static StoreException Unsupported(FieldPath path) =>
        new(StoreErrorCode.BadValue, $"The embedded store supports projections by 1 and 0 (true and false) only, no expressions: '{path}'");

    // {a: {b: 1}} says the same as {"a.b": 1}.
    private void ParseNested(FieldPath path, ReadOnlySpan<byte> fields)
    {
        if (!new BsonReader(fields).Read())
        {
            throw new StoreException(StoreErrorCode.EmptySubProjection, $"An empty sub-projection is not a valid value. Found empty object at path '{path}'");
        }

        Parse(fields, path.Text + ".");
    }

    private void AddId(bool includes)
    {
        Paths.Root.GetOrAdd("_id"u8, out var isNew);
        if (!isNew)
        {
            throw new StoreException(StoreErrorCode.ProjectionCollision, "Path collision at _id");
        }

        IncludesId = includes;
    }

    private void CheckKind(FieldPath path, bool includes)
    {
        IsInclusion ??= includes;
        if (IsInclusion != includes)
        {
            throw includes
                ? new StoreException(StoreErrorCode.InclusionInExclusion, $"Cannot do inclusion on field {path} in exclusion projection")
                : new StoreException(StoreErrorCode.ExclusionInInclusion, $"Cannot do exclusion on field {path} in inclusion projection");
        }
    }
}
